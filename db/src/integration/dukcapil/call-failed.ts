/** A call that brought no answer. The message names the operation and the status, never what was sent or received. */
export class CallFailed extends Error {
  constructor(
    readonly reason: 'timeout' | 'http' | 'open' | 'busy',
    message: string,
    readonly status: number | null = null,
  ) {
    super(message);
    this.name = 'CallFailed';
  }
}
