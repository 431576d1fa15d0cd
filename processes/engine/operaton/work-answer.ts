import { EngineError } from '../engine.js';

/** What camunda-external-task-client-js rejects with when the engine answered an error. */
interface ClientEngineError extends Error {
  httpStatusCode?: number;
  type?: string;
  engineMsg?: string;
}

/** What an error to an answer (complete, failure, bpmnError, extendLock) means for the item. */
export type AnswerTrouble =
  /** Finished, cancelled, or locked by somebody else: nothing is left to do. */
  | 'gone'
  /** The engine could not be reached or was in a conflict: the same answer may be given again. */
  | 'unavailable'
  /** The engine understood and says no: the model after this step is at fault. */
  | 'refused';

export function classifyAnswerError(error: unknown): AnswerTrouble {
  // A value that cannot be sent at all: the handler's fault, and the same next time.
  if (error instanceof EngineError) return error.code === 'unavailable' ? 'unavailable' : 'refused';
  const { httpStatusCode: status, type = '', engineMsg = '', message = '' } = error as ClientEngineError;
  if (status === undefined) return 'unavailable';
  if (status === 404) return 'gone';
  if (/locked by worker/i.test(engineMsg || message)) return 'gone';
  if (
    status === 401 ||
    status === 403 ||
    status === 429 ||
    status === 502 ||
    status === 503 ||
    status === 504
  )
    return 'unavailable';
  if (/OptimisticLocking/.test(type)) return 'unavailable';
  if (/persistence layer|Database connection|getting connection|HikariPool|JDBC Connection/i.test(engineMsg))
    return 'unavailable';
  return 'refused';
}

/** One short line: the engine shows it to people. */
export function oneLine(error: unknown): string {
  const { engineMsg, httpStatusCode, message } = error as ClientEngineError;
  // Without a message of the engine it is a page of the servlet container, of no use to anybody.
  if (httpStatusCode !== undefined)
    return (engineMsg || `HTTP ${httpStatusCode}`).split('\n')[0]!.slice(0, 500);
  return (message || String(error)).split('\n')[0]!.slice(0, 500);
}

export function toTrouble(what: string, cause: unknown): EngineError {
  return new EngineError('unavailable', `${what}: ${oneLine(cause)}`, { cause });
}
