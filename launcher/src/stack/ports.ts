import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

/** True when nothing listens at this port of the loopback interface or of all interfaces. */
export async function isFree(port: number): Promise<boolean> {
  // Binding alone is not enough: a listener on 0.0.0.0 does not hinder one on 127.0.0.1 everywhere.
  return (await canListen(port, '127.0.0.1')) && !(await answers(port));
}

/**
 * Below the ports that systems lend to outgoing connections (Linux from 32768, IANA from 49152): a port found free there is
 * still free when its owner starts half a minute later. Above, any connection of the stack's own may hold it by then.
 */
const LASTING = { from: 20_000, to: 32_000 };

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(LASTING.from, LASTING.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${LASTING.from} and ${LASTING.to}`);
}

/** The preferred port, or another one when somebody has it. `taken` ports were promised to other parts already. */
export async function pickPort(preferred: number | 'free', taken: Set<number>): Promise<number> {
  if (preferred !== 'free' && !taken.has(preferred) && (await isFree(preferred))) {
    taken.add(preferred);
    return preferred;
  }
  for (;;) {
    const port = await freePort();
    if (taken.has(port)) continue;
    taken.add(port);
    return port;
  }
}

async function canListen(port: number, host: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

export async function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
  });
}
