import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '../engine.js';

/** Body of an Operaton error: `type` is a Java class name, `code` is set for failures of its database layer. */
interface ErrorBody {
  type?: string;
  message?: string;
  code?: number | null;
}

export class RestError extends EngineError {
  constructor(
    code: EngineError['code'],
    message: string,
    /** 0 when no answer was read. */
    readonly status: number,
    readonly type: string,
    options?: { cause?: unknown },
  ) {
    super(code, message, options);
    this.name = 'RestError';
  }
}

export interface RestCall {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base address, e.g. `/task/{id}/complete`. Ids must be encoded by the caller. */
  path: string;
  json?: unknown;
  body?: { contentType: string; content: Buffer };
  timeoutMs?: number;
}

export interface RestClient {
  /** Parsed JSON, null for an empty answer. @throws RestError */
  call<T>(call: RestCall): Promise<T>;
  text(call: RestCall): Promise<string>;
  close(): void;
}

const CONFLICT_ATTEMPTS = 4;

/**
 * Operaton over keep-alive HTTP. Two commands that touch the same case at the same moment are a matter of course; the engine
 * rolls the later one back whole, so it is tried again here. Nothing else is repeated: a cut connection does not say
 * whether the command was carried out, so it becomes `unavailable` and the caller's own idempotency decides.
 */
export function createRestClient(options: {
  url: string;
  user: string;
  password: string;
  timeoutMs?: number;
  maxSockets?: number;
}): RestClient {
  const base = options.url.replace(/\/+$/, '');
  const secure = base.startsWith('https:');
  const agentOptions = {
    keepAlive: true,
    maxSockets: options.maxSockets ?? 24,
    scheduling: 'lifo' as const,
    timeout: 60_000,
  };
  const agent = secure ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  const request = secure ? httpsRequest : httpRequest;
  const authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;

  function send(call: RestCall): Promise<{ status: number; body: string }> {
    const body =
      call.body?.content ?? (call.json === undefined ? null : Buffer.from(JSON.stringify(call.json)));
    const timeoutMs = call.timeoutMs ?? options.timeoutMs ?? 20_000;
    const failed = (cause: Error) =>
      new RestError('unavailable', `${call.method ?? 'GET'} ${mask(call.path)}: ${cause.message}`, 0, '', {
        cause,
      });
    return new Promise((resolve, reject) => {
      const outgoing = request(
        base + call.path,
        {
          method: call.method ?? 'GET',
          agent,
          headers: {
            authorization,
            accept: 'application/json, */*;q=0.1',
            ...(body
              ? {
                  'content-type': call.body?.contentType ?? 'application/json',
                  'content-length': body.length,
                }
              : {}),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            clearTimeout(timer);
            if (answer.complete)
              resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
            else reject(failed(new Error('the answer was cut')));
          });
          answer.on('error', (error) => reject(failed(error)));
        },
      );
      const timer = setTimeout(
        () => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)),
        timeoutMs,
      );
      outgoing.on('error', (error) => {
        clearTimeout(timer);
        reject(failed(error));
      });
      outgoing.end(body ?? undefined);
    });
  }

  async function sendAgainOnConflict(call: RestCall): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const { status, body } = await send(call);
      if (status >= 200 && status < 300) return body;
      const error = toRestError({ call, status, body });
      const conflict =
        error.code === 'unavailable' &&
        /OptimisticLocking|ENGINE-03005|deadlock/i.test(`${error.type} ${error.message}`);
      if (!conflict || attempt >= CONFLICT_ATTEMPTS) throw error;
      await sleep(10 * attempt + Math.random() * 40);
    }
  }

  return {
    async call<T>(call: RestCall) {
      const body = await sendAgainOnConflict(call);
      return (body === '' ? null : JSON.parse(body)) as T;
    },
    text: sendAgainOnConflict,
    close: () => agent.destroy(),
  };
}

function toRestError({ call, status, body }: { call: RestCall; status: number; body: string }): RestError {
  let parsed: ErrorBody;
  try {
    parsed = JSON.parse(body) as ErrorBody;
  } catch {
    parsed = { message: body.slice(0, 200) };
  }
  const type = parsed.type ?? '';
  const message =
    `${call.method ?? 'GET'} ${mask(call.path)}: ${status} ${type} ${parsed.message ?? ''}`.trim();
  return new RestError(errorCode({ status, type, ...parsed }), message, status, type);
}

/** Operaton answers 500 for its conflicts, for its database's troubles and for faults of the model alike. */
function errorCode({
  status,
  type = '',
  message = '',
  code,
}: ErrorBody & { status: number }): EngineError['code'] {
  if (status === 404) return 'not-found';
  // A wrong password is a fault of the installation: the command stays good.
  if (
    status === 401 ||
    status === 403 ||
    status === 429 ||
    status === 502 ||
    status === 503 ||
    status === 504
  )
    return 'unavailable';
  // Sometimes wrapped ("Cannot complete task ..."): then only the text names it, by class or by number.
  if (/OptimisticLockingException|ENGINE-03005/.test(`${type} ${message}`)) return 'unavailable';
  if (code === 1 || code === 10_000) return 'unavailable';
  // 10001 foreign key, 10002 value too long: the same again next time.
  if (code === 10_001 || code === 10_002) return 'refused';
  if (/persistence layer|Database connection|getting connection|HikariPool|JDBC Connection/i.test(message))
    return 'unavailable';
  return 'refused';
}

/** Paths hold engine ids only, yet a message need not carry a query string. */
function mask(path: string): string {
  return path.split('?')[0]!;
}
