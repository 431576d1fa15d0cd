import type { EnginePort } from './engine.js';
import { createOperatonEngine } from './operaton/adapter.js';

/** Where the engine is and who asks. */
export interface EngineConnection {
  /** Base address of its HTTP face, e.g. `http://127.0.0.1:8085/engine-rest`. */
  url: string;
  user: string;
  password: string;
  /** The engine's own PostgreSQL database, with the rights of the owner of its tables. */
  databaseUrl: string;
  /** Connections to that database held by this process, default 6. */
  poolSize?: number;
  /** Per call, default 20 s. */
  timeoutMs?: number;
}

/** The one place that knows which engine executes the models: Operaton. The caller ends it with `close()`. */
export function connectEngine(connection: EngineConnection): EnginePort {
  return createOperatonEngine(connection);
}
