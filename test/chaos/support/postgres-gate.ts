/**
 * A TCP proxy in front of PostgreSQL that tells what a client is about to say. It does not take the protocol apart: statements
 * travel as plain text in one piece, which is all that is looked for.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface PostgresGate {
  url: string;
  close(): Promise<void>;
}

/** One connection's own notes, e.g. which topic its transaction belongs to. */
export type Notes = Map<string, string>;

export async function openPostgresGate(options: {
  target: string;
  /** Called before the bytes go on; while it waits, nothing of this connection does. */
  beforeStatement: (text: string, notes: Notes) => Promise<void> | void;
}): Promise<PostgresGate> {
  const target = new URL(options.target);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const notes: Notes = new Map();
    let queue = Promise.resolve();
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      queue = queue
        .then(() => options.beforeStatement(chunk.toString('latin1'), notes))
        .then(() => void upstream.write(chunk))
        .catch(() => void client.destroy());
    });
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(options.target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
