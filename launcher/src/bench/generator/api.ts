import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { now, type Notes } from './notes.js';

export interface Answer {
  status: number;
  text: string;
}

/** The answer was not the one that an officer can go on with. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly call: string,
    readonly status: number,
    text: string,
  ) {
    super(text);
  }
}

/** The HTTP face over kept-alive connections, each call timed from its first byte out to its last byte in. */
export class Api {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' });
  readonly #origin: { hostname: string; port: string };
  readonly #file: Buffer;
  #uploads = 0;

  constructor(
    baseUrl: string,
    private readonly notes: Notes,
    attachmentBytes: number,
  ) {
    const { hostname, port } = new URL(baseUrl);
    this.#origin = { hostname: hostname === 'localhost' ? '127.0.0.1' : hostname, port };
    this.#file = scan(attachmentBytes);
  }

  async get<T>(name: string, token: string, path: string): Promise<T> {
    return JSON.parse(await this.#call({ name, method: 'GET', path, token })) as T;
  }

  async post<T>(
    name: string,
    token: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const content = body === undefined ? null : Buffer.from(JSON.stringify(body));
    const type = { 'content-type': 'application/json', ...headers };
    return JSON.parse(await this.#call({ name, method: 'POST', path, token, content, headers: type })) as T;
  }

  /** Uploads a scan that nobody uploaded before. Answers its id. */
  async upload(token: string): Promise<string> {
    const file = Buffer.from(this.#file);
    file.writeUInt32BE(++this.#uploads, 64);
    randomBytes(12).copy(file, 68);
    const boundary = 'lampid-bench-7MA4YWxkTrZu0gW';
    const content = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="scan.pdf"\r\n` +
          'Content-Type: application/pdf\r\n\r\n',
      ),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const call = { name: 'POST /attachments', method: 'POST', path: '/api/v1/attachments', token };
    return (JSON.parse(await this.#call({ ...call, content, headers })) as { id: string }).id;
  }

  close(): void {
    this.#agent.destroy();
  }

  /** The body of a 2xx. @throws UnexpectedAnswer, with status 0 when none came */
  #call(call: {
    name: string;
    method: string;
    path: string;
    token: string;
    content?: Buffer | null;
    headers?: Record<string, string>;
  }): Promise<string> {
    const { name, method, path, token, content } = call;
    const { phase } = this.notes;
    return new Promise((resolve, reject) => {
      const begin = now();
      const outgoing = request(
        {
          ...this.#origin,
          ...{ method, path, agent: this.#agent, timeout: 30_000 },
          headers: {
            authorization: `Bearer ${token}`,
            ...call.headers,
            ...(content ? { 'content-length': content.length } : {}),
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () => {
            this.notes.call(phase, name, now() - begin);
            const text = Buffer.concat(chunks).toString('utf8');
            const status = incoming.statusCode ?? 0;
            if (status >= 200 && status < 300) resolve(text);
            else reject(new UnexpectedAnswer(name, status, text));
          });
          incoming.on('error', (error) => reject(new UnexpectedAnswer(name, 0, error.message)));
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within 30 s')));
      outgoing.on('error', (error) => reject(new UnexpectedAnswer(name, 0, error.message)));
      outgoing.end(content ?? undefined);
    });
  }
}

/** A PDF by its content, filled with noise as a photograph is: nothing to compress. */
function scan(bytes: number): Buffer {
  const file = randomBytes(Math.max(bytes, 256));
  file.write('%PDF-1.4\n', 0, 'latin1');
  file.write('\n%%EOF\n', file.length - 7, 'latin1');
  return file;
}
