import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * - `pass`: everything goes through.
 * - `cut-answer`: requests reach the engine; the connection is cut as soon as it begins to answer.
 * - `refuse`: connections are closed at once, as if the engine were down.
 * - `hang`: nothing moves either way, as if the cable were pulled.
 */
export type ProxyMode = 'pass' | 'cut-answer' | 'refuse' | 'hang';

export interface TcpProxy {
  host: string;
  port: number;
  /** Holds for connections that are open already as well; `refuse` cuts them at once. */
  mode: ProxyMode;
  close(): Promise<void>;
}

/** A bad network between a port and its engine, on a free loopback port. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const proxy = {
    current: 'pass' as ProxyMode,
    get mode(): ProxyMode {
      return this.current;
    },
    set mode(mode: ProxyMode) {
      this.current = mode;
      if (mode === 'refuse') for (const socket of sockets) socket.destroy();
    },
  };
  const server: Server = createServer((near) => {
    if (proxy.mode === 'refuse') return void near.destroy();
    const far = connect(target);
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => (sockets.delete(socket), end()));
    }
    near.on('data', (chunk) => {
      if (proxy.mode === 'refuse') end();
      else if (proxy.mode !== 'hang') far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (proxy.mode === 'pass') near.write(chunk);
      else if (proxy.mode !== 'hang') end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return Object.assign(proxy, {
    host: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    close,
  });
}
