import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Callbacks } from './callbacks.js';
import type { SimulatorConfig } from './config.js';
import { controlRoutes } from './control-routes.js';
import { Destination } from './destination.js';
import { dukcapilRoutes } from './dukcapil-routes.js';
import { exactBody } from './exact-body.js';
import { faultGate } from './fault-gate.js';
import { FaultBoard } from './faults.js';
import { Journal } from './journal.js';
import { Letters } from './letters.js';
import type { Log } from './log.js';
import { Population } from './population.js';
import { Postings } from './postings.js';
import { siakRoutes } from './siak-routes.js';
import { Timers } from './timers.js';

export interface Simulator {
  /** `http://host:port` */
  url: string;
  port: number;
  /** Ends at once: open connections are cut, planned callbacks are resumed by the next start. */
  stop(): Promise<void>;
}

const CALLBACKS_AT_ONCE = 16;

/** Starts the Dukcapil/SIAK simulator. Rejects when the port is taken or the data folder cannot be written. */
export async function startSimulator(
  config: SimulatorConfig,
  { log, now = () => new Date() }: { log: Log; now?: () => Date },
): Promise<Simulator> {
  const journal = new Journal(config.memoryFile);
  const timers = new Timers(CALLBACKS_AT_ONCE);
  const faults = new FaultBoard(config.seed, config.faults);
  const population = new Population(journal);
  const postings = new Postings({ journal, faults, population, city: config.city, seed: config.seed, now });
  const shared = {
    postings,
    faults,
    timers,
    secret: config.hmacSecret,
    seed: config.seed,
    retryBaseMs: config.retryBaseMs,
    log,
  };
  const callbacks = new Callbacks({ ...shared, url: config.callbackUrl });
  const destination = new Destination({ ...shared, journal, cityUrl: config.cityUrl });
  const letters = new Letters({
    journal,
    population,
    seed: config.seed,
    city: config.city,
    cityAreas: config.cityAreas,
    workingDays: config.letterWorkingDays,
    graceDays: config.letterGraceDays,
    now,
  });
  const forgetEverything = () => {
    timers.cancel();
    callbacks.forgetAll();
    destination.forgetAll();
    journal.clear();
  };

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(accessLog(log), ...exactBody());
  app.use(controlRoutes({ faults, population, postings, letters, destination, forgetEverything }));
  app.use(faultGate(faults));
  app.use(dukcapilRoutes({ config, faults, population, journal, now }));
  app.use(siakRoutes({ postings, callbacks, destination, letters, log }));
  app.use(failure(log));

  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  callbacks.resume();
  destination.planWaiting();

  return {
    url: `http://${config.host}:${port}`,
    port,
    async stop() {
      timers.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      journal.close();
    },
  };
}

/** Paths hold no NIK by design, query strings are left out all the same. */
function accessLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedAt);
      if (request.path === '/healthz') return;
      log('info', 'request', {
        method: request.method,
        path: request.path,
        status: response.writableFinished ? response.statusCode : null,
        ms,
      });
    });
    next();
  };
}

function failure(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    log('error', 'request failed', { error: error instanceof Error ? error.message : String(error) });
    if (response.headersSent) next(error);
    else response.status(500).json({ kode: 'KESALAHAN_SERVER', pesan: 'Kesalahan pada server' });
  };
}
