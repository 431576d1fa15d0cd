import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Bundle,
  Definition,
  EnginePort,
  EngineSnapshot,
  FeedCursor,
  FeedEvent,
  Variables,
  Work,
  WorkAnswer,
  WorkHandler,
  WorkResult,
  WorkSubscription,
} from '../engine.js';
import { contractBundle } from './contract-bundle.js';

/** `Extract` would miss kinds that share one member of the union. */
export type EventOf<Kind extends FeedEvent['kind']> = FeedEvent & { kind: Kind };

/** What a factory hands to the contract: a prepared engine, and the means to put a bad network before it. */
export interface EngineUnderTest {
  engine: EnginePort;
  /** Where the engine listens for commands. */
  address: { host: string; port: number };
  /** Another port to the same engine whose commands go through this address. The caller closes it. */
  via(address: { host: string; port: number }): EnginePort;
  close(): Promise<void>;
}

interface Answered {
  work: Work;
  result: WorkResult;
  answer: WorkAnswer;
}

/**
 * One run of the contract on an engine that may be shared: names of its own, and a feed that is read from where the run began.
 */
export class ContractRun {
  readonly token = `r${randomBytes(5).toString('hex')}`;
  readonly engine: EnginePort;
  private cursor: FeedCursor = null;
  private readonly events: FeedEvent[] = [];
  private readonly subscriptions: WorkSubscription[] = [];

  constructor(readonly target: EngineUnderTest) {
    this.engine = target.engine;
  }

  /** Skips what others did before. */
  async begin(): Promise<void> {
    await this.pump();
    this.events.length = 0;
  }

  name(base: string): string {
    return `${base}-${this.token}`;
  }

  async bundle(file: string, name = file): Promise<Bundle> {
    return contractBundle(file, { run: this.token, name });
  }

  /** Deploys a fixture and answers its definition of `processKey` (default: named like the file). */
  async deploy(file: string, processKey = file): Promise<Definition> {
    const deployment = await this.engine.deploy(await this.bundle(file));
    return deployment.definitions.find((definition) => definition.processKey === this.name(processKey))!;
  }

  async start(
    processKey: string,
    variables: Variables = {},
  ): Promise<{ businessKey: string; caseId: string }> {
    const businessKey = randomUUID();
    const { caseId } = await this.engine.start({
      processKey: this.name(processKey),
      businessKey,
      variables: { reportId: businessKey, ...variables },
    });
    return { businessKey, caseId };
  }

  /** Subscribes and remembers; whatever a test left open is stopped by `stopSubscriptions`. */
  work(options: {
    topics: string[];
    handler: WorkHandler;
    lockMs?: number;
    concurrency?: number;
    variables?: string[];
    engine?: EnginePort;
    onTrouble?: (error: Error) => void;
  }): WorkSubscription & { answers: Answered[] } {
    const subscription = (options.engine ?? this.engine).subscribeWork(
      {
        workerId: 'contract',
        topics: options.topics.map((topic) => ({
          topic: this.name(topic),
          lockMs: options.lockMs ?? 20_000,
          variables: options.variables ?? [],
        })),
        concurrency: options.concurrency ?? 8,
        onTrouble: options.onTrouble ?? (() => undefined),
      },
      options.handler,
    );
    this.subscriptions.push(subscription);
    const answers: Answered[] = [];
    subscription.onAnswer((work, result, answer) => answers.push({ work, result, answer }));
    return Object.assign(subscription, { answers });
  }

  /** The feed may tell what followed before the engine's answer has come back to the worker. */
  answered({ answers }: { answers: readonly Answered[] }, businessKey: string): Promise<Answered> {
    return eventually(() => {
      const found = answers.find(({ work }) => work.businessKey === businessKey);
      if (!found) throw new Error('no work of the case was answered');
      return found;
    });
  }

  async stopSubscriptions(): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((subscription) => subscription.stop(0)));
  }

  /** Reads all that can be read; page sizes vary so that limits fall everywhere. */
  async pump(): Promise<void> {
    for (let more = true; more;) {
      const page = await this.engine.feed.read({ after: this.cursor, limit: 500 });
      this.events.push(...page.events);
      this.cursor = page.cursor;
      more = page.more;
    }
  }

  async eventsOf(businessKey: string): Promise<FeedEvent[]> {
    await this.pump();
    return this.events.filter((event) => event.businessKey === businessKey);
  }

  /** The first event that fits, waiting for it. */
  async event<Kind extends FeedEvent['kind']>(
    businessKey: string,
    kind: Kind,
    fits: (event: EventOf<Kind>) => boolean = () => true,
  ): Promise<EventOf<Kind>> {
    return eventually(async () => {
      const found = (await this.eventsOf(businessKey)).find(
        (event): event is EventOf<Kind> => event.kind === kind && fits(event as EventOf<Kind>),
      );
      if (!found) throw new Error(`no ${kind} event of the case in the feed`);
      return found;
    });
  }

  task(businessKey: string, element?: string): Promise<EventOf<'task-opened'>> {
    return this.event(
      businessKey,
      'task-opened',
      (event) => element === undefined || event.element === element,
    );
  }

  snapshot(businessKey: string): Promise<EngineSnapshot> {
    return this.engine.snapshot(businessKey);
  }
}

/** Repeats until it no longer throws. */
export async function eventually<T>(attempt: () => Promise<T> | T, withinMs = 12_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(40);
    }
  }
}

export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

export const done = (variables: Variables = {}): WorkResult => ({ kind: 'complete', variables });
