import { connect, createServer } from 'node:net';

/** True when nothing listens at this port of the loopback interface or of all interfaces. */
export async function isFree(port: number): Promise<boolean> {
  // Binding alone is not enough: a listener on 0.0.0.0 does not hinder one on 127.0.0.1 everywhere.
  return (await canListen(port, '127.0.0.1')) && !(await answers(port));
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
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
