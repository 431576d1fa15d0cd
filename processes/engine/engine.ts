/**
 * The engine port: what e-LAMPID asks of a BPMN engine, and the one change feed it learns from.
 *
 * Nothing outside an adapter's folder knows which engine runs. Every adapter passes `contract/`.
 * Terms are BPMN 2.0's; a *case* is a root process instance with everything it calls.
 */

/** Small and impersonal: ids, area codes, group names, outcomes, ISO instants. Never a name or a NIK. */
export type VariableValue = string | number | boolean | null;
export type Variables = Record<string, VariableValue>;

export interface Resource {
  /** File name inside the deployment, e.g. `birth.bpmn`, `rules.dmn`, `review.form`. */
  name: string;
  content: string;
}

export interface Definition {
  /** The engine's id of this version of the process. Immutable. */
  definitionId: string;
  processKey: string;
  /** 1, 2, ... per processKey. */
  version: number;
  deploymentId: string;
  /** Name of the BPMN resource that holds the process. */
  resource: string;
}

export interface Bundle {
  /** Human-readable name of the deployment, e.g. `birth`. */
  name: string;
  resources: Resource[];
  /** Process key whose new cases must follow this content afterwards: it is deployed once more when another version came after it. */
  inForceFor?: string;
}

export interface Deployment {
  deploymentId: string;
  /** sha-256 (hex) over the bundle's resource names and contents. */
  contentHash: string;
  deployedAt: string;
  definitions: Definition[];
  /** True when this very content had been deployed before and nothing was changed in the engine. */
  existed: boolean;
}

/** A work item that an engine hands to a worker (external task, job). */
export interface Work {
  /** Stable over retries and lock losses: the key of `processed_work`. */
  workId: string;
  topic: string;
  caseId: string;
  /** The root's business key (= report id); called processes carry it as well. */
  businessKey: string;
  instanceId: string;
  definitionId: string;
  processKey: string;
  /** Id of the BPMN element, e.g. `register-event`. */
  element: string;
  /** Engine id of this activity instance: the same id the feed calls `stepId`. */
  stepId: string;
  /** Technical retries left, null when this item never failed. */
  retriesLeft: number | null;
  variables: Variables;
  lockedUntil: string;
}

export type WorkResult =
  | { kind: 'complete'; variables: Variables }
  | { kind: 'bpmn-error'; code: string; message: string; variables: Variables }
  /** retriesLeft 0 opens an incident. `message` is one short line, `details` may hold a stack. Neither holds personal data. */
  | { kind: 'failure'; message: string; details?: string; retriesLeft: number; retryAfterMs: number };

/** What became of the answer that a handler gave. `gone`: the item was no longer ours or no longer there. */
export type WorkAnswer = 'accepted' | 'gone';

export interface WorkSubscriptionOptions {
  workerId: string;
  topics: { topic: string; lockMs: number; variables: string[] }[];
  /** At most this many items are held at a time. */
  concurrency: number;
  /** Reports trouble of the subscription itself (engine down, fetch failed); it goes on trying with back-off. */
  onTrouble(error: Error): void;
}

export interface WorkHandlerContext {
  /** Makes the lock longer; the subscription also does so by itself at half the lock time while the handler runs. */
  extendLock(ms: number): Promise<void>;
  /** Aborted when the lock was lost or the subscription is stopping past its deadline. */
  signal: AbortSignal;
}

/** Never throws: a throw is answered as a failure without retries left unless the handler says otherwise. */
export type WorkHandler = (work: Work, context: WorkHandlerContext) => Promise<WorkResult>;

export interface WorkSubscription {
  /** Takes no more work, waits for handlers in progress up to `deadlineMs`, then gives back what is left. */
  stop(deadlineMs: number): Promise<void>;
  /** Number of handlers running now. */
  running(): number;
  /** Test and metrics hook: called after each answer. */
  onAnswer(listener: (work: Work, result: WorkResult, answer: WorkAnswer) => void): void;
}

// ------------------------------------------------------------------ change feed

interface FeedBase {
  /** Root instance id. */
  caseId: string;
  businessKey: string;
  instanceId: string;
  definitionId: string;
  processKey: string;
  /** ISO instant, UTC. */
  at: string;
  /** Total order of this event: compare as numbers pairwise, (transaction, position). Equal pairs are the same event again. */
  order: { transaction: string; position: number };
}

export type FeedEvent = FeedBase &
  (
    | { kind: 'case-started' }
    | { kind: 'case-ended'; how: 'completed' | 'cancelled' }
    /** A called process began or ended inside the case. */
    | { kind: 'instance-started'; parentInstanceId: string }
    | { kind: 'instance-ended'; how: 'completed' | 'cancelled' }
    | {
        kind: 'step-entered';
        stepId: string;
        /** Enclosing sub-process / multi-instance body step, or null at the top of its instance. */
        parentStepId: string | null;
        element: string;
        /** BPMN element type as the engine names it, camelCase: `serviceTask`, `userTask`, `exclusiveGateway`, ... */
        elementType: string;
        /** Instance called from here, for call activities. */
        calledInstanceId: string | null;
      }
    | {
        kind: 'step-left';
        stepId: string;
        element: string;
        elementType: string;
        cancelled: boolean;
        assignee: string | null;
      }
    /** The step goes on in another version of the model. */
    | { kind: 'step-migrated'; stepId: string; element: string }
    | {
        kind: 'task-opened' | 'task-changed';
        taskId: string;
        stepId: string;
        element: string;
        /** Group names such as `supervisor:32.73.02`. */
        candidateGroups: string[];
        assignee: string | null;
        dueAt: string | null;
      }
    | { kind: 'task-ended'; taskId: string; stepId: string; element: string }
    | {
        kind: 'incident-opened';
        incidentId: string;
        stepId: string | null;
        element: string;
        /** `failedWork` (a worker gave up) or `failedJob` (the engine itself). */
        incidentType: string;
        message: string;
      }
    | { kind: 'incident-resolved'; incidentId: string; element: string }
  );

/** Opaque position in the feed; `null` reads from the beginning. */
export type FeedCursor = string | null;

export interface FeedPage {
  events: FeedEvent[];
  cursor: FeedCursor;
  /** True when more was waiting when the page was read. */
  more: boolean;
}

export interface Feed {
  /** Durable, at least once, whole transactions only: what a transaction of the engine did is never split over pages. */
  read(options: { after: FeedCursor; limit: number }): Promise<FeedPage>;
  /** Calls `wake` soon after something new can be read (and at least every `pollMs`). Returns the way to stop. */
  watch(options: { pollMs: number; wake: () => void }): Promise<() => Promise<void>>;
  /** The reader has committed everything up to here; the adapter may drop it after `keepMs`. */
  acknowledge(cursor: FeedCursor, keepMs: number): Promise<void>;
  /** Age in ms of the oldest event after `after`, 0 when there is none. */
  lagMs(after: FeedCursor): Promise<number>;
}

// ------------------------------------------------------------------ errors

/** `unavailable` may be tried again; `refused` may not: the model or the command is at fault. */
export class EngineError extends Error {
  constructor(
    readonly code: 'unavailable' | 'refused' | 'not-found',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'EngineError';
  }
}

// ------------------------------------------------------------------ the port

export interface EnginePort {
  /** Human name and version, for `/readyz` and the about page. */
  describe(): Promise<{ name: string; version: string }>;
  /** Brings the engine's side up to what the adapter needs (indexes, feed triggers). Idempotent. */
  prepare(): Promise<void>;
  /** Stops pools and listeners of this port (subscriptions are stopped by their own `stop`). */
  close(): Promise<void>;

  /** Deploys the bundle as one deployment unless the very same content was ever deployed (but see `inForceFor`). */
  deploy(bundle: Bundle): Promise<Deployment>;
  /** The latest version of each process key. */
  latestDefinitions(): Promise<Definition[]>;
  definitions(processKey: string): Promise<Definition[]>;
  definition(definitionId: string): Promise<Definition>;
  /** All resources of the deployment that this definition belongs to. */
  resources(definitionId: string): Promise<Resource[]>;

  /** Starts the latest version (or `definitionId`). A second start with the same business key answers the first. */
  start(command: {
    processKey: string;
    definitionId?: string;
    businessKey: string;
    variables: Variables;
  }): Promise<{ caseId: string; definitionId: string; existed: boolean }>;
  /** Completes a user task. `gone` when it no longer exists; the caller decides whether that is success. */
  complete(command: {
    taskId: string;
    assignee: string;
    variables: Variables;
  }): Promise<'completed' | 'gone'>;
  /** Hands a message to the case. `no-subscription`: nobody waits for it (yet). */
  correlate(command: {
    message: string;
    businessKey: string;
    variables: Variables;
  }): Promise<'correlated' | 'no-subscription'>;
  /** Tries a failed step again. */
  retry(command: { incidentId: string; retries: number }): Promise<'retried' | 'gone'>;
  /** Ends the case at once; its running steps are marked cancelled. */
  cancel(command: { caseId: string; reason: string }): Promise<'cancelled' | 'gone'>;
  /** Moves running instances to another version; unmapped elements keep their id. */
  migrate(command: {
    fromDefinitionId: string;
    toDefinitionId: string;
    instanceIds: string[];
    mapping: Record<string, string>;
  }): Promise<void>;
  /** True while the case (by business key) is running. */
  isRunning(businessKey: string): Promise<boolean>;

  subscribeWork(options: WorkSubscriptionOptions, handler: WorkHandler): WorkSubscription;
  readonly feed: Feed;

  /**
   * Truth for tests and for comparing projections: every step and task of a case as the engine has it now.
   * Not for the product's pages.
   */
  snapshot(businessKey: string): Promise<EngineSnapshot>;
  /** Test only: fires the timer that waits at this element (event id) of the case. */
  fireTimer(command: { businessKey: string; element: string }): Promise<'fired' | 'none'>;
}

export interface EngineSnapshot {
  steps: {
    stepId: string;
    element: string;
    definitionId: string;
    startedAt: string;
    endedAt: string | null;
    cancelled: boolean;
  }[];
  tasks: { taskId: string; element: string; candidateGroups: string[] }[];
  incidents: { incidentId: string; element: string }[];
  running: boolean;
}
