/** Figures that live in the database: asked when somebody scrapes, and then at most every few seconds. */
import { feedPosition } from '@lampid/db/approval/feed-position';
import { countOpenIncidents } from '@lampid/db/approval/incidents';
import { outboxState } from '@lampid/db/kernel/outbox-relay';
import { countRunningReports } from '@lampid/db/reporting/queries-reports';
import { readWorkforce } from '../approval/operations/served-topics.js';
import type { Deps } from '../deps.js';

const QUICK_MS = 2_000;
const SLOW_MS = 15_000;

/** Answers the function that brings the gauges up to date; it never throws, for a scrape must not fail with the database. */
export function sampleMetrics(deps: Deps): () => Promise<void> {
  const quick = atMostEvery(QUICK_MS, () => sampleQueues(deps));
  const slow = atMostEvery(SLOW_MS, () => sampleCases(deps));
  const workers = atMostEvery(SLOW_MS, () => sampleWorkers(deps));
  return async () => {
    const results = await Promise.allSettled([quick(), slow(), workers()]);
    for (const result of results)
      if (result.status === 'rejected')
        deps.log.warn({ err: result.reason as unknown }, 'metrics sample failed');
  };
}

async function sampleQueues({ db, engine, metrics }: Deps): Promise<void> {
  const outbox = await outboxState(db);
  metrics.outboxLag.set(outbox.lagMs / 1000);
  metrics.outboxRows.set({ state: 'pending' }, outbox.pending);
  metrics.outboxRows.set({ state: 'poison' }, outbox.poison);
  metrics.feedLag.set((await engine.feed.lagMs(await feedPosition(db.manager))) / 1000);
}

async function sampleCases({ db, metrics }: Deps): Promise<void> {
  const [cases, incidents] = await Promise.all([countRunningReports(db), countOpenIncidents(db)]);
  metrics.cases.reset();
  for (const { type, status, count } of cases) metrics.cases.set({ type, status }, count);
  metrics.incidents.reset();
  for (const { kind, count } of incidents) metrics.incidents.set({ kind }, count);
}

/** By itself: it asks for the models, and the engine may be away. */
async function sampleWorkers(deps: Deps): Promise<void> {
  const { topics } = await readWorkforce(deps);
  const { topicWorkers } = deps.metrics;
  topicWorkers.reset();
  for (const { topic, models, live } of topics) if (models.length > 0) topicWorkers.set({ topic }, live);
}

function atMostEvery(ms: number, work: () => Promise<void>): () => Promise<void> {
  let last = 0;
  let running: Promise<void> | undefined;
  return () => {
    if (running) return running;
    if (Date.now() - last < ms) return Promise.resolve();
    last = Date.now();
    return (running = work().finally(() => (running = undefined)));
  };
}
