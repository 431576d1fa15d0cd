// The package ships no types, and an ambient module has no other way into a program that reads this file as a source.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./camunda-external-task-client.d.ts" />
import { randomBytes } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BasicAuthInterceptor,
  Client,
  type ExternalTask,
  type Interceptor,
} from 'camunda-external-task-client-js';
import type {
  Work,
  WorkAnswer,
  WorkHandler,
  WorkResult,
  WorkSubscription,
  WorkSubscriptionOptions,
} from '../engine.js';
import type { CaseDirectory, CaseOf } from './case-directory.js';
import { HeldWork } from './held-work.js';
import type { RestClient } from './rest-client.js';
import { fromTypedVariables } from './typed-variables.js';
import { toTrouble } from './work-answer.js';

/** A pending long poll is not woken when a retry or a lost lock falls due, so it must be short. */
const LONG_POLL_MS = 2_000;
const BACK_OFF_MS = { first: 250, most: 10_000 };
/** An empty answer that came at once means that the engine does not hold our polls: do not spin. */
const IDLE_PAUSE_MS = 200;

export interface SubscribeContext {
  url: string;
  user: string;
  password: string;
  rest: RestClient;
  directory: CaseDirectory;
}

/**
 * External tasks through camunda-external-task-client-js. The client fetches, dispatches and answers; this module drives its polls
 * one by one and supplies what its defaults lack: back-off, a bound on concurrency, lock extension, answers for throws,
 * repeats of unread answers, and a stop that drains.
 */
export function subscribeWork(
  context: SubscribeContext,
  options: WorkSubscriptionOptions,
  handler: WorkHandler,
): WorkSubscription {
  // Two processes with one worker id would answer each other's items.
  const workerId = `${options.workerId}-${process.pid}-${randomBytes(4).toString('hex')}`;
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const careful: Interceptor = (config) => ({
    ...config,
    agent: agents,
    timeout: { request: LONG_POLL_MS + 18_000 },
    // A repeated fetch would lock items that nobody works on; answers are repeated by HeldWork, which knows the lock.
    retry: { limit: 0 },
  });
  const authenticate = new BasicAuthInterceptor({ username: context.user, password: context.password });
  const client = new Client({
    baseUrl: context.url,
    workerId,
    maxTasks: options.concurrency,
    interval: 0,
    asyncResponseTimeout: LONG_POLL_MS,
    autoPoll: false,
    usePriority: false,
    sorting: [{ sortBy: 'createTime', sortOrder: 'asc' }],
    interceptors: [authenticate, careful],
  });
  // The client polls for ever by calling `this.poll` again; with that made idle, one call is one fetch and we hold the reins.
  const pollOnce = client.poll;
  client.poll = () => Promise.resolve();
  client.start();

  // Not by id: an item whose lock was lost may come back while its first handler still runs.
  const held = new Set<HeldWork>();
  const listeners: ((work: Work, result: WorkResult, answer: WorkAnswer) => void)[] = [];
  const stopping = new AbortController();
  let slotFreed: () => void = () => undefined;
  let fetched = 0;
  let pollError: Error | null = null;
  let cases: Promise<Map<string, CaseOf>> = Promise.resolve(new Map());

  client.on('poll:success', (tasks) => {
    fetched = tasks.length;
    pollError = null;
    cases = context.directory.casesOf(tasks.map((task) => task.processInstanceId));
    cases.catch(() => undefined);
  });
  client.on('poll:error', (error) => {
    fetched = 0;
    pollError = error;
  });
  for (const { topic, lockMs, variables } of options.topics) {
    client.subscribe(topic, { lockDuration: lockMs, variables }, ({ task }) => run({ task, lockMs, cases }));
  }

  async function run(item: {
    task: ExternalTask;
    lockMs: number;
    cases: Promise<Map<string, CaseOf>>;
  }): Promise<void> {
    const { task, lockMs } = item;
    const work = new HeldWork({
      task,
      lockMs,
      taskService: client.taskService,
      onTrouble: options.onTrouble,
    });
    held.add(work);
    try {
      if (stopping.signal.aborted) return await work.giveBack();
      const found = await item.cases.catch((cause: unknown) => {
        options.onTrouble(toTrouble('Looking up the case of a work item failed', cause));
        return new Map<string, CaseOf>();
      });
      const caseOf = found.get(task.processInstanceId);
      if (!caseOf) return await work.giveBack();
      const described = describeWork({ task, caseOf, lockMs });
      const outcome = await work.handle(described, handler);
      if (outcome) for (const listener of listeners) listener(described, outcome.result, outcome.answer);
    } catch (error) {
      options.onTrouble(toTrouble('A work item could not be answered', error));
    } finally {
      held.delete(work);
      slotFreed();
    }
  }

  async function poll(): Promise<void> {
    let backOffMs = BACK_OFF_MS.first;
    while (!stopping.signal.aborted) {
      const free = options.concurrency - held.size;
      if (free <= 0) {
        await new Promise<void>((resolve) => (slotFreed = resolve));
        // Slots tend to become free together: a moment's patience makes one fetch of several.
        await sleep(5);
        continue;
      }
      client.options.maxTasks = free;
      const began = Date.now();
      await pollOnce();
      // A stop ends the open poll with an error of its own.
      if (pollError && !stopping.signal.aborted) {
        options.onTrouble(toTrouble('Fetching work failed', pollError));
        await pause(backOffMs * (0.75 + Math.random() / 2));
        backOffMs = Math.min(backOffMs * 2, BACK_OFF_MS.most);
      } else if (!pollError) {
        backOffMs = BACK_OFF_MS.first;
        if (fetched === 0 && Date.now() - began < LONG_POLL_MS / 4) await pause(IDLE_PAUSE_MS);
      }
    }
  }
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const polling = poll();

  async function stop(deadlineMs: number): Promise<void> {
    stopping.abort();
    slotFreed();
    const drained = (async () => {
      while (held.size > 0) await new Promise<void>((resolve) => (slotFreed = resolve));
    })();
    await Promise.all([
      within(drained, deadlineMs),
      // Never cut off: the engine would go on with it and lock items for a worker that is gone.
      endPoll({ rest: context.rest, workerId }).then(() => within(polling, LONG_POLL_MS + 500)),
    ]);
    client.stop();
    const left = [...held];
    await Promise.allSettled(left.map((work) => work.giveBack()));
    agents.http.destroy();
    agents.https.destroy();
  }

  let stopped: Promise<void> | null = null;
  return {
    stop: (deadlineMs) => (stopped ??= stop(deadlineMs)),
    running: () => held.size,
    onAnswer: (listener) => void listeners.push(listener),
  };
}

/**
 * Ends the open long poll at once by a second one of the same worker (`unique-worker-request` in application.yaml). On an engine
 * without that setting the poll ends by itself.
 */
async function endPoll({ rest, workerId }: { rest: RestClient; workerId: string }): Promise<void> {
  const json = {
    workerId,
    maxTasks: 1,
    asyncResponseTimeout: 1,
    topics: [{ topicName: 'lampid-none', lockDuration: 1_000 }],
  };
  await rest
    .call({ method: 'POST', path: '/external-task/fetchAndLock', json, timeoutMs: 1_500 })
    .catch(() => undefined);
}

/** Resolves when the work is done or the time is over. */
async function within(work: Promise<unknown>, ms: number): Promise<void> {
  const timer = new AbortController();
  await Promise.race([work, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
}

function describeWork({
  task,
  caseOf,
  lockMs,
}: {
  task: ExternalTask;
  caseOf: CaseOf;
  lockMs: number;
}): Work {
  return {
    workId: task.id,
    topic: task.topicName,
    ...caseOf,
    instanceId: task.processInstanceId,
    definitionId: task.processDefinitionId,
    processKey: task.processDefinitionKey,
    element: task.activityId,
    stepId: task.activityInstanceId,
    retriesLeft: task.retries,
    variables: fromTypedVariables(task.variables.getAllTyped()),
    lockedUntil: new Date(Date.now() + lockMs).toISOString(),
  };
}
