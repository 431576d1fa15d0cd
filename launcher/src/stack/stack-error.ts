/** The stack cannot start or go on. `message` is one clear line for a person; `details` may hold the end of a log. */
export class StackError extends Error {
  constructor(
    message: string,
    readonly details: string[] = [],
  ) {
    super(message);
    this.name = 'StackError';
  }
}
