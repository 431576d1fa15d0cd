/** `/healthz`: this process lives. `/readyz`: it can do its work. `/metrics`: Prometheus. */
import { Router } from 'express';
import type { Deps } from '../deps.js';
import { sampleMetrics } from '../observability/sample-metrics.js';

const CHECK_MS = 3_000;

export function probeRoutes(deps: Deps): Router {
  const sample = sampleMetrics(deps);
  return Router()
    .get('/healthz', (_, response) => {
      response.json({ status: 'ok' });
    })
    .get('/readyz', async (_, response) => {
      const [database, engine] = await Promise.all([
        answers(() => deps.db.query('select 1')),
        answers(() => deps.engine.describe()),
      ]);
      const ready = database.ok && engine.ok;
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', database, engine });
    })
    .get('/metrics', async (_, response) => {
      await sample();
      response.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
    });
}

async function answers(ask: () => Promise<unknown>): Promise<{ ok: boolean; detail?: unknown }> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('no answer in time')), CHECK_MS).unref(),
  );
  try {
    const detail = await Promise.race([ask(), late]);
    return typeof detail === 'object' && !Array.isArray(detail) ? { ok: true, detail } : { ok: true };
  } catch {
    return { ok: false };
  }
}
