/**
 * The engine alone: the same deployed models, driven through the port by workers that answer at once with fixed outputs and by
 * people who decide at once. What the whole system does more slowly than this is ours.
 */
import { randomUUID } from 'node:crypto';
import type { EnginePort, FeedEvent, Variables, Work } from '@lampid/engine/engine';
import { allTasks } from '@lampid/processes/all-tasks';
import type { CaseShape } from './case-shape.js';

export interface BareEngineOptions {
  engine: EnginePort;
  shapes: Iterator<CaseShape, never>;
  /** Cases that run at a time. */
  inFlight: number;
  /** Work items that are answered at a time. */
  workers: number;
  /** Before the clock starts. */
  warmupCases: number;
  /** Length of the measurement in ms. */
  durationMs: number;
  /** Called when the clock starts and stops, e.g. to read CPU times. */
  onMeasure?: (edge: 'begin' | 'end') => void | Promise<void>;
  signal?: AbortSignal;
}

export interface BareEngineResult {
  cases: number;
  seconds: number;
  casesPerSecond: number;
  /** Items that the engine did not take as it should, e.g. conflicts; 0 in a good run. */
  troubles: number;
}

interface RunningCase {
  shape: CaseShape;
  /** `validate-report` finds errors as long as this is true. */
  faulty: boolean;
}

/** As small as in real life: ids, groups and instants. */
const LATER = {
  remindAt: '2099-01-05T02:00:00.000Z',
  escalateAt: '2099-01-05T03:00:00.000Z',
  reassignAt: '2099-01-05T06:00:00.000Z',
  returnUntil: '2099-01-19T06:00:00.000Z',
};

export async function runBareEngine(options: BareEngineOptions): Promise<BareEngineResult> {
  const { engine, shapes } = options;
  const running = new Map<string, RunningCase>();
  let finished = 0;
  let troubles = 0;
  let filling = true;
  let firstTrouble: Error | undefined;
  let changed: () => void = () => undefined;
  const trouble = (error: unknown) => {
    troubles += 1;
    firstTrouble ??= error as Error;
  };

  const begin = async () => {
    const reportId = randomUUID();
    const shape = shapes.next().value;
    running.set(reportId, { shape, faulty: shape.returned });
    try {
      await engine.start({
        processKey: shape.type,
        businessKey: reportId,
        variables: { ...startVariables(reportId), ...LATER },
      });
    } catch (error) {
      running.delete(reportId);
      trouble(error);
    }
  };
  const fill = () => {
    while (filling && running.size < options.inFlight) void begin();
  };
  const finish = (reportId: string) => {
    if (!running.delete(reportId)) return;
    finished += 1;
    changed();
    fill();
  };

  const decide = async (event: { businessKey: string; taskId: string; element: string }) => {
    const known = running.get(event.businessKey);
    if (!known) return;
    const outcome = event.element === 'fix' ? 'resubmit' : 'approve';
    if (event.element === 'fix') known.faulty = false;
    await engine.complete({
      taskId: event.taskId,
      assignee: 'bench',
      variables: { [`${event.element}_outcome`]: outcome, ...LATER },
    });
  };
  const take = (event: FeedEvent) => {
    if (event.kind === 'task-opened') void decide(event).catch(trouble);
    else if (event.kind === 'case-ended' || waitsForOthers(event, running)) finish(event.businessKey);
  };

  const tasks = await allTasks();
  const stopReading = await readFeed({ engine, take, trouble });
  const work = engine.subscribeWork(
    {
      workerId: 'bench',
      topics: tasks.map(({ topic, lockMs, inputNames }) => ({
        topic,
        lockMs,
        variables: [...inputNames, 'traceparent'],
      })),
      concurrency: options.workers,
      onTrouble: trouble,
    },
    (item) =>
      Promise.resolve({
        kind: 'complete',
        variables: { ...LATER, ...outputOf(item, running.get(item.businessKey)) },
      }),
  );
  work.onAnswer((item, _, answer) => {
    if (item.topic !== 'sync-dukcapil' || answer !== 'accepted') return;
    const acknowledge = {
      message: 'siak-ack',
      businessKey: item.businessKey,
      variables: { ackStatus: 'ACK', ...LATER },
    };
    engine.correlate(acknowledge).catch(trouble);
  });

  /** Resolves when so many more cases have ended, or the time is over. */
  const wait = async (until: { cases?: number; ms?: number }) => {
    const target = finished + (until.cases ?? Infinity);
    const limit = until.ms ?? Infinity;
    const since = performance.now();
    while (finished < target && !options.signal?.aborted) {
      const left = limit - (performance.now() - since);
      if (left <= 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 500));
        changed = () => {
          if (finished < target) return;
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };

  try {
    fill();
    // A model that hangs must not hang the benchmark.
    await wait({ cases: options.warmupCases, ms: 600_000 });
    await options.onMeasure?.('begin');
    const [casesBefore, since] = [finished, performance.now()];
    await wait({ ms: options.durationMs });
    const seconds = (performance.now() - since) / 1000;
    const cases = finished - casesBefore;
    await options.onMeasure?.('end');
    filling = false;
    await wait({ cases: running.size, ms: 30_000 });
    if (running.size > 0) {
      const stuck = [...running.keys()].slice(0, 3).join(', ');
      throw new Error(`${running.size} bare cases did not end, e.g. ${stuck}`, { cause: firstTrouble });
    }
    return { cases, seconds, casesPerSecond: cases / seconds, troubles };
  } finally {
    filling = false;
    await work.stop(5_000);
    await stopReading();
  }
}

/** A move out of the city waits for its arrival elsewhere: for us it has ended. */
function waitsForOthers(event: FeedEvent, running: Map<string, RunningCase>): boolean {
  return (
    event.kind === 'step-entered' &&
    event.elementType === 'eventBasedGateway' &&
    event.processKey === running.get(event.businessKey)?.shape.type
  );
}

/** Reads the feed from its present end on; answers the way to stop. */
async function readFeed(options: {
  engine: EnginePort;
  take: (event: FeedEvent) => void;
  trouble: (error: unknown) => void;
}): Promise<() => Promise<void>> {
  const { feed } = options.engine;
  let { cursor, more } = await feed.read({ after: null, limit: 20_000 });
  while (more) ({ cursor, more } = await feed.read({ after: cursor, limit: 20_000 }));

  let reading: Promise<void> | undefined;
  let again = false;
  const read = async () => {
    do {
      again = false;
      for (let more = true; more;) {
        const page = await feed.read({ after: cursor, limit: 1_000 });
        cursor = page.cursor;
        more = page.more;
        page.events.forEach(options.take);
      }
    } while (again);
  };
  const wake = () => {
    again = true;
    reading ??= read()
      .catch(options.trouble)
      .finally(() => (reading = undefined));
  };
  const stop = await feed.watch({ pollMs: 100, wake });
  return async () => {
    await stop();
    await reading;
  };
}

function startVariables(reportId: string): Variables {
  return {
    reportId,
    operatorGroup: 'operator:32.73.02.1004',
    supervisorGroup: 'supervisor:32.73.02',
    verifierGroup: 'verifikator:32.73',
    headGroup: 'kadis:32.73',
    cityGroup: 'admin:32.73',
    kelurahanCheck: false,
    manualSignature: false,
    subjectCount: 0,
  };
}

/** The fixed output of each topic; what the case's shape decides is taken from there. */
function outputOf(work: Work, known: RunningCase | undefined): Variables {
  const shape = known?.shape;
  switch (work.topic) {
    case 'validate-report':
      return {
        hasErrors: known?.faulty ?? false,
        needsSpecialDecision: shape?.special ?? false,
        verdict: known?.faulty ? 'error' : shape?.special ? 'approval' : 'valid',
        subjectCount: shape?.subjectCount ?? 0,
      };
    case 'register-event':
      return {
        registrationId: work.businessKey,
        ...(shape?.moveScope && { moveScope: shape.moveScope }),
        ...(shape?.moveScope === 'inter' && { letterExpiresAt: '2099-06-01T00:00:00.000Z' }),
        ...(shape?.arrivalCount !== undefined && { arrivalCount: shape.arrivalCount }),
      };
    case 'sync-dukcapil':
      return { syncAttempt: 1, correlationId: work.businessKey, resendAt: '2099-01-05T02:00:00.000Z' };
    case 'issue-documents':
      return { documentCount: 2 };
    case 'close-letter':
      return { letterClosed: true };
    case 'reverse-registration':
      return { needsPerson: false };
    case 'reassign-task':
      return { supervisorGroup: 'verifikator:32.73' };
    default:
      return {};
  }
}
