import { closeDeps, createDeps } from './deps.js';
import { createApp, listen } from './app.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { createLog } from './observability/log.js';
import { startLoops } from './loops.js';

/** Kubernetes and the launcher give ten seconds. */
const STOP_MS = 8_000;

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof ConfigError ? `server: ${error.message}` : error);
    process.exit(1);
  }
}

const config = configOrExit();
const log = createLog({ level: config.LOG_LEVEL, service: 'server' });
try {
  const deps = await createDeps(config, log);
  let port = config.PORT;
  const app = createApp(deps, { ownPort: () => port });
  const { server, port: bound } = await listen(app.express, { port: config.PORT, host: config.HOST });
  port = bound;
  const loops = startLoops(deps);
  log.info(
    { port, services: config.SERVICES, issuer: config.issuer, events: [...deps.events.keys()] },
    'server is up',
  );

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('did not stop in time');
      process.exit(1);
    }, STOP_MS).unref();
    // Requests in progress are answered; idle connections would keep us for as long as their clients like.
    void deps.queueWatch.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOP_MS / 2).unref();
    void Promise.all([closed, loops.stop()])
      .then(() => app.close())
      .then(() => closeDeps(deps))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
} catch (error) {
  log.fatal({ err: error }, 'server cannot start');
  console.error(`server: ${(error as Error).message}`);
  process.exit(1);
}
