import { createServer } from 'node:http';
import { pino } from 'pino';
import { collectDefaultMetrics } from 'prom-client';
import { readConfig } from './config.js';
import { startWorkers } from './start-workers.js';

const STOP_MS = 8_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.LOG_LEVEL, base: { service: 'workers' } });
  const workers = await startWorkers(config, logger);
  collectDefaultMetrics({ register: workers.registry });

  const http = createServer((request, response) => {
    if (request.url === '/healthz') return void response.end('ok');
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    workers.registry.metrics().then(
      (text) => response.setHeader('content-type', workers.registry.contentType).end(text),
      () => response.writeHead(500).end(),
    );
  });
  http.listen(config.METRICS_PORT, config.HOST, () =>
    logger.info({ port: config.METRICS_PORT }, 'workers ready'),
  );

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    http.close();
    workers.stop(STOP_MS).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'workers did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
