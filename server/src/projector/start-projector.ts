/**
 * The projector: reads the engine's feed and keeps queues, steps, incidents and report statuses. One at a time in the whole
 * installation (an advisory lock); the connection that holds the lock also writes, so who lost it can write no more. Cursor
 * and projections commit together.
 */
import { feedPosition, moveFeedPosition } from '@lampid/db/approval/feed-position';
import { applyBatch, type FinishedStep } from '@lampid/db/approval/projections';
import { isReportStatus, type ReportStatus } from '@lampid/domain/report-status';
import type { FeedEvent } from '@lampid/engine/engine';
import type { Deps } from '../deps.js';
import { knownOrNull } from '../modeling/element-names.js';
import type { KnownDefinition } from '../modeling/definitions.js';
import { foldEvents } from './fold-events.js';

export interface ProjectorOptions {
  /** Events of one transaction; a transaction of the engine is never split. */
  batch?: number;
  pollMs?: number;
  /** How long the adapter keeps events that are projected. */
  keepMs?: number;
}

export interface Projector {
  stop(): Promise<void>;
}

export type ProjectorDeps = Pick<Deps, 'db' | 'engine' | 'log' | 'metrics' | 'definitions'>;

/** Any number that nothing else of ours locks. */
const PROJECTOR_LOCK = 3273_0002;
const TRY_AGAIN_MS = 1_000;
const TROUBLE_CAP_MS = 10_000;
const ACKNOWLEDGE_EVERY_MS = 30_000;

export function startProjector(deps: ProjectorDeps, options: ProjectorOptions = {}): Promise<Projector> {
  const { log } = deps;
  const { batch = 1_000, pollMs = 100, keepMs = 3_600_000 } = options;
  const bell = new Bell();
  let stopped = false;

  async function run(): Promise<void> {
    let trouble = 0;
    while (!stopped) {
      try {
        await reign();
        trouble = 0;
      } catch (error) {
        trouble += 1;
        log.warn({ err: error, trouble }, 'projector in trouble');
      }
      if (!stopped) await bell.wait(Math.min(TROUBLE_CAP_MS, TRY_AGAIN_MS * 2 ** Math.max(0, trouble - 1)));
    }
  }

  /** While the lock is ours; ends when another has it, and throws when the database or the engine fails. */
  async function reign(): Promise<void> {
    const { db, engine } = deps;
    const runner = db.createQueryRunner();
    await runner.connect();
    try {
      const [lock] = (await runner.query('select pg_try_advisory_lock($1) as ours', [PROJECTOR_LOCK])) as {
        ours: boolean;
      }[];
      if (!lock!.ours) return;
      const unwatch = await engine.feed.watch({ pollMs, wake: () => bell.ring() });
      try {
        log.info('projector works');
        await project(runner);
      } finally {
        await unwatch();
        await runner.query('select pg_advisory_unlock($1)', [PROJECTOR_LOCK]).catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }

  async function project(runner: ReturnType<Deps['db']['createQueryRunner']>): Promise<void> {
    const { engine } = deps;
    let cursor = await feedPosition(runner.manager);
    let acknowledgedAt = 0;
    while (!stopped) {
      const page = await engine.feed.read({ after: cursor, limit: batch });
      if (page.events.length > 0) await projectPage(deps, runner, { after: cursor, ...page });
      cursor = page.cursor;
      if (Date.now() - acknowledgedAt > ACKNOWLEDGE_EVERY_MS) {
        acknowledgedAt = Date.now();
        await engine.feed.acknowledge(cursor, keepMs);
      }
      if (!page.more && !stopped) await bell.wait(pollMs * 10);
    }
  }

  const running = run();
  return Promise.resolve({
    async stop() {
      stopped = true;
      bell.ring();
      await running;
    },
  });
}

/** One page in one transaction. @throws when another reader moved the cursor meanwhile: nothing is written then */
async function projectPage(
  deps: ProjectorDeps,
  runner: ReturnType<Deps['db']['createQueryRunner']>,
  page: { after: string | null; events: FeedEvent[]; cursor: string | null },
): Promise<void> {
  const definitions = await definitionsOf(deps, page.events);
  const batch = foldEvents(page.events, statusFrom(definitions));
  await runner.startTransaction();
  try {
    await moveFeedPosition(runner.manager, { from: page.after, to: page.cursor });
    const finished = await applyBatch(runner.manager, batch);
    await runner.commitTransaction();
    measure(deps, page.events, finished, definitions);
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

type KnownDefinitions = ReadonlyMap<string, KnownDefinition | null>;

async function definitionsOf(deps: ProjectorDeps, events: FeedEvent[]): Promise<KnownDefinitions> {
  const ids = [...new Set(events.map((event) => event.definitionId))];
  const entries = ids.map(async (id) => [id, await knownOrNull(deps.definitions, id)] as const);
  return new Map(await Promise.all(entries));
}

function statusFrom(definitions: KnownDefinitions) {
  return (definitionId: string, element: string): ReportStatus | null => {
    const status = definitions.get(definitionId)?.elements.get(element)?.properties['status'];
    return isReportStatus(status) ? status : null;
  };
}

function measure(
  { metrics }: ProjectorDeps,
  events: FeedEvent[],
  finished: FinishedStep[],
  definitions: KnownDefinitions,
): void {
  for (const event of events) {
    metrics.feedEvents.inc({ kind: event.kind });
    if (event.kind === 'case-ended') metrics.casesEnded.inc({ process: event.processKey, how: event.how });
  }
  for (const { definitionId, element, seconds } of finished) {
    const process = definitions.get(definitionId)?.processKey ?? '';
    metrics.stepDurations.observe({ process, element }, seconds);
  }
}

/** Wakes one waiter; a ring that nobody waited for is remembered. */
class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#rung = false;
    this.#wake = undefined;
  }
}
