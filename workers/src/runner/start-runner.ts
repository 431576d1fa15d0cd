/**
 * The engine-neutral worker runner: takes work through the port, checks input and output against the contract, gives the
 * handler its exactly-once transaction, turns throws into planned retries and adds the deadlines every token carries.
 */
import { loadCalendar } from '@lampid/db/reference/calendar';
import { oncePerWork } from '@lampid/db/kernel/processed-work';
import { deadlines } from '@lampid/domain/calendar';
import type { EnginePort, Variables, Work, WorkResult, WorkSubscription } from '@lampid/engine/engine';
import type { CaseElement, CaseModel } from '@lampid/processes/case-model';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AttemptLog } from './attempt-log.js';
import type { ModelCache } from './model-cache.js';
import { planRetry } from './retry-plan.js';
import type { TaskHandler, TaskOutcome } from './task-handler.js';
import { inWorkSpan } from './work-span.js';
import type { WorkMetrics } from './work-metrics.js';
import type { WorkTally } from './work-tally.js';

export interface RunnerOptions<Services> {
  engine: EnginePort;
  dataSource: DataSource;
  models: ModelCache;
  handlers: TaskHandler<Services>[];
  services: Services;
  workerId: string;
  concurrency: number;
  logger: Logger;
  metrics: WorkMetrics;
  tally: WorkTally;
  now?: () => Date;
}

export interface Runner {
  subscription: WorkSubscription;
  stop(deadlineMs: number): Promise<void>;
}

function elementOf(model: CaseModel, work: Work): CaseElement | undefined {
  return model.processes.find((process) => process.key === work.processKey)?.elements.get(work.element);
}

export async function startRunner<Services>(options: RunnerOptions<Services>): Promise<Runner> {
  const { engine, dataSource, models, handlers, services, workerId, logger, metrics, tally } = options;
  const now = options.now ?? (() => new Date());
  const byTopic = new Map(handlers.map((handler) => [handler.contract.topic, handler]));
  const calendar = await loadCalendar(dataSource);
  const attempts = new AttemptLog(dataSource, (error) => logger.warn({ err: error }, 'attempt log delayed'));

  const run = async (
    handler: TaskHandler<Services>,
    work: Work,
    signal: AbortSignal,
  ): Promise<TaskOutcome> => {
    const input = handler.contract.input.parse(work.variables);
    const { model } = await models.get(work.definitionId);
    const outcome = await inWorkSpan(work, (traceparent) =>
      handler.run({
        input,
        work,
        properties: elementOf(model, work)?.properties ?? {},
        services,
        dataSource,
        signal,
        traceparent,
        once: async (effect) =>
          (
            await oncePerWork(
              dataSource,
              { workId: work.workId, topic: work.topic, reportId: work.businessKey },
              effect,
            )
          ).outcome,
      }),
    );
    if (outcome.kind === 'ok')
      return { kind: 'ok', output: handler.contract.output.parse(outcome.output) as Variables };
    if (!(outcome.code in handler.contract.errors)) {
      throw new Error(`${work.topic} answered the undeclared error ${outcome.code}`);
    }
    return outcome;
  };

  const answer = async (work: Work, signal: AbortSignal): Promise<WorkResult> => {
    const handler = byTopic.get(work.topic);
    if (!handler)
      return { kind: 'failure', message: `no handler for ${work.topic}`, retriesLeft: 0, retryAfterMs: 0 };
    try {
      const outcome = await run(handler, work, signal);
      const variables = { ...deadlines(now(), calendar), ...outcome.output };
      return outcome.kind === 'ok'
        ? { kind: 'complete', variables }
        : { kind: 'bpmn-error', code: outcome.code, message: outcome.message, variables };
    } catch (error) {
      const plan = planRetry({
        error,
        retriesLeft: work.retriesLeft,
        delaysMs: handler.contract.retry.delaysMs,
      });
      logger.warn(
        {
          reportId: work.businessKey,
          topic: work.topic,
          element: work.element,
          left: plan.retriesLeft,
          reason: plan.message,
        },
        'step failed',
      );
      return plan;
    }
  };

  const subscription = engine.subscribeWork(
    {
      workerId,
      topics: handlers.map(({ contract }) => ({
        topic: contract.topic,
        lockMs: contract.lockMs,
        variables: [...contract.inputNames, 'traceparent'],
      })),
      concurrency: options.concurrency,
      onTrouble: (error) =>
        logger.warn({ reason: error.message }, 'engine cannot be reached for work; trying again'),
    },
    async (work, context) => {
      const startedAt = now();
      const ended = tally.begin(work.topic);
      const result = await answer(work, context.signal);
      ended(result.kind === 'failure' ? 'failed' : 'finished');
      const endedAt = now();
      const resultName = result.kind === 'bpmn-error' ? `bpmn-error:${result.code}` : result.kind;
      metrics.observe({
        topic: work.topic,
        result: result.kind,
        ms: endedAt.getTime() - startedAt.getTime(),
      });
      attempts.add({
        workId: work.workId,
        stepId: work.stepId,
        reportId: work.businessKey,
        topic: work.topic,
        element: work.element,
        workerId,
        startedAt,
        endedAt,
        result: resultName,
        error: result.kind === 'failure' ? result.message : null,
      });
      logger.debug(
        { reportId: work.businessKey, topic: work.topic, element: work.element, result: resultName },
        'step done',
      );
      return result;
    },
  );

  return {
    subscription,
    stop: async (deadlineMs) => {
      await subscription.stop(deadlineMs);
      await attempts.flush();
    },
  };
}
