/** What the routes of the operations desk answer. */
import { z } from '../../http/zod.js';
import { instant, textSchema } from '../../reporting/report-schemas.js';
import { RUNNING_OUT } from './running-out.js';

const stepSchema = z.object({
  definitionId: z.string(),
  /** Null, as its version, when nobody knows the model any more. */
  processKey: z.string().nullable(),
  process: textSchema,
  version: z.int().nullable(),
  element: z.string(),
  names: textSchema,
  /** BPMN type in camelCase. */
  kind: z.string(),
  topic: z.string().nullable(),
  /** Tokens there now. */
  count: z.int(),
  incidents: z.int(),
  oldestAt: instant.nullable(),
});

export const overviewSchema = z
  .object({
    at: instant,
    area: z.object({ code: z.string(), name: z.string() }),
    /** Open, those of no report included where the whole area of the caller is asked for. */
    incidents: z.int(),
    cases: z.array(z.object({ type: z.string(), status: z.string(), count: z.int() })),
    /** Right below the area, as far as cases are open there. */
    areas: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        count: z.int(),
        incidents: z.int(),
        oldestAt: instant.nullable(),
      }),
    ),
    steps: z.array(stepSchema),
    /** The task that waits longest for a person. */
    oldest: z
      .object({ reportId: z.uuid(), ticket: z.string(), step: textSchema, openedAt: instant })
      .nullable(),
    throughput: z.object({
      submittedToday: z.int(),
      submittedLastHour: z.int(),
      endedToday: z.int(),
      endedLastHour: z.int(),
    }),
    /** Of the whole installation, as what follows. */
    outbox: z.object({ pending: z.int(), poison: z.int(), lagMs: z.number() }),
    /** Runs of workers in the last hour. */
    attempts: z.array(z.object({ topic: z.string(), runs: z.int(), failed: z.int() })),
    feedLagMs: z.number().nullable(),
    /** What somebody has to renew, with its last day; null when there is none at all. */
    runningOut: z.array(z.object({ what: z.enum(RUNNING_OUT), lastDay: z.string().nullable() })),
  })
  .openapi('OperationsOverview');

export type OverviewView = z.input<typeof overviewSchema>;
export type StepView = OverviewView['steps'][number];

export const workforceSchema = z
  .object({
    workers: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        startedAt: instant,
        seenAt: instant,
        /** Silent for half a minute: killed, frozen, or without a line. */
        stale: z.boolean(),
        topics: z.array(
          z.object({ topic: z.string(), running: z.int(), finished: z.int(), failed: z.int() }),
        ),
      }),
    ),
    topics: z.array(
      z.object({
        topic: z.string(),
        /** Process keys of the models that use it. */
        models: z.array(z.string()),
        /** Workers that serve it and live. */
        live: z.int(),
        /** A model uses it and no worker that lives serves it: its cases stand still. */
        unserved: z.boolean(),
      }),
    ),
  })
  .openapi('Workforce');
