/** As much of it as the tests use; its types are a package of their own. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  export class WebSocket extends EventEmitter {
    constructor(address: string);
    send(text: string): void;
    close(): void;
  }
}
