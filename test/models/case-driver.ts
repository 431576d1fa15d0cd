/**
 * Drives cases of our models on a real engine with scripted workers: no registry, no server. What a step answers is said
 * per case and element; everything else answers what a clean report would.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EnginePort, EngineSnapshot, Variables, Work, WorkResult } from '@lampid/engine/engine';
import { allTasks } from '@lampid/processes/all-tasks';
import type { TaskContract } from '@lampid/processes/define-task';
import { readBundle } from '@lampid/processes/bundle';
import { processesFolder } from '@lampid/processes/folders';

const hour = 3_600_000;

export const groups = {
  operatorGroup: 'operator:32.73.02.1004',
  supervisorGroup: 'supervisor:32.73.02',
  verifierGroup: 'verifikator:32.73',
  headGroup: 'kadis:32.73',
  cityGroup: 'admin:32.73',
};

/** What every command that moves a token carries; far away, so that only `fire` fires timers. */
export function deadlines(): Variables {
  const after = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
  return { remindAt: after(1), escalateAt: after(2), reassignAt: after(4), returnUntil: after(24 * 14) };
}

export const done = (variables: Variables = {}): WorkResult => ({ kind: 'complete', variables });
export const fault = (code: string, variables: Variables = {}): WorkResult => ({
  kind: 'bpmn-error',
  code,
  message: code,
  variables,
});

const broken = (message: string): WorkResult => ({
  kind: 'failure',
  message,
  retriesLeft: 0,
  retryAfterMs: 0,
});

type Answer = WorkResult | ((work: Work) => WorkResult);

const cleanReport: Record<string, Answer> = {
  'validate-report': done({
    hasErrors: false,
    needsSpecialDecision: false,
    verdict: 'valid',
    subjectCount: 2,
  }),
  'reassign-task': (work) => done({ supervisorGroup: work.variables.verifierGroup ?? null }),
  'register-event': (work) =>
    done({
      registrationId: work.workId,
      moveScope: 'intra',
      letterExpiresAt: new Date(Date.now() + 100 * 24 * hour).toISOString(),
      arrivalCount: 2,
    }),
  'reverse-registration': done({ needsPerson: false }),
  'sync-dukcapil': (work) =>
    done({
      syncAttempt: Number(work.variables.syncAttempt ?? 0) + 1,
      correlationId: work.workId,
      resendAt: new Date(Date.now() + hour).toISOString(),
    }),
  'close-letter': done({ letterClosed: true }),
};

export interface Worked {
  element: string;
  topic: string;
  variables: Variables;
}

/** One running case. */
export class DrivenCase {
  readonly businessKey = randomUUID();
  readonly worked: Worked[] = [];
  readonly #answers = new Map<string, Answer[]>();

  constructor(private readonly engine: EnginePort) {}

  /** The next times this element works, it answers these, then as a clean report would. */
  answer(element: string, ...answers: Answer[]): this {
    this.#answers.set(element, [...(this.#answers.get(element) ?? []), ...answers]);
    return this;
  }

  work(work: Work): WorkResult {
    this.worked.push({ element: work.element, topic: work.topic, variables: work.variables });
    const answer = this.#answers.get(work.element)?.shift() ?? cleanReport[work.topic] ?? done();
    const result = typeof answer === 'function' ? answer(work) : answer;
    return result.kind === 'failure'
      ? result
      : { ...result, variables: { ...deadlines(), ...result.variables } };
  }

  times(element: string): number {
    return this.worked.filter((item) => item.element === element).length;
  }

  snapshot(): Promise<EngineSnapshot> {
    return this.engine.snapshot(this.businessKey);
  }

  /** Waits until a task of this element is open and answers it. */
  async task(element: string): Promise<EngineSnapshot['tasks'][number]> {
    return this.#until(`task ${element}`, async () => {
      const { tasks } = await this.snapshot();
      return tasks.find((task) => task.element === element);
    });
  }

  async decide(element: string, outcome: string): Promise<void> {
    const { taskId } = await this.task(element);
    const variables = { [`${element}_outcome`]: outcome, ...deadlines() };
    // As the relay does: a conflict with a timer or a worker of the same case is tried again.
    const answer = await this.#until(`${element} to take ${outcome}`, () =>
      this.engine.complete({ taskId, assignee: 'somebody', variables }),
    );
    if (answer !== 'completed') throw new Error(`${element} is ${answer}`);
  }

  /** Waits until the token stands at this element. */
  async at(element: string): Promise<void> {
    await this.#until(`token at ${element}`, async () =>
      (await this.snapshot()).steps.some((step) => step.element === element && step.endedAt === null),
    );
  }

  async fire(element: string): Promise<void> {
    await this.#until(`timer ${element}`, async () => {
      const answer = await this.engine.fireTimer({ businessKey: this.businessKey, element });
      return answer === 'fired';
    });
  }

  async send(message: string, variables: Variables = {}): Promise<void> {
    await this.#until(`subscription to ${message}`, async () => {
      const all = { ...variables, ...deadlines() };
      const answer = await this.engine.correlate({ message, businessKey: this.businessKey, variables: all });
      return answer === 'correlated';
    });
  }

  /** Waits for the end of the case; answers the end events of the root that it reached. */
  async ended(): Promise<string[]> {
    return this.#until('the end', async () => {
      const { running, steps } = await this.snapshot();
      return running ? undefined : steps.filter((step) => !step.cancelled).map((step) => step.element);
    });
  }

  /** Elements entered so far, in order. */
  async path(): Promise<string[]> {
    return (await this.snapshot()).steps.map((step) => step.element);
  }

  async #until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
    const deadline = Date.now() + 15_000;
    let last: unknown;
    for (;;) {
      try {
        const found = await look();
        if (found !== undefined && found !== false) return found;
      } catch (error) {
        last = error;
      }
      if (Date.now() > deadline) throw new Error(await this.#describe(what), { cause: last });
      await sleep(25);
    }
  }

  async #describe(what: string): Promise<string> {
    const { steps, tasks, incidents, running } = await this.snapshot();
    const open = steps.filter((step) => step.endedAt === null).map((step) => step.element);
    const report = { running, open, tasks, incidents, ended: steps.map((step) => step.element) };
    return `waited in vain for ${what}: ${JSON.stringify(report)}`;
  }
}

/**
 * The same models under other process keys and topics: real workers of a shared stack leave them alone, and what is the
 * latest version of `birth` stays so.
 */
function disguise(content: string, mark: string): string {
  return content.replace(
    /(<bpmn:process id|processRef|calledElement|camunda:topic)="([^"]+)"/g,
    `$1="$2${mark}"`,
  );
}

/** Deploys one event's bundle and serves all its topics. */
export class ModelRun {
  readonly #cases = new Map<string, DrivenCase>();
  readonly #mark = `-${randomUUID().slice(0, 8)}`;
  #definitionId = '';
  #stop: () => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly engine: EnginePort,
    private readonly processKey: string,
  ) {}

  async begin(): Promise<void> {
    const bundle = await readBundle({
      name: this.processKey,
      folder: join(processesFolder, this.processKey),
      sharedFolders: [join(processesFolder, 'shared')],
    });
    const resources = bundle.resources.map((resource) => ({
      ...resource,
      content: disguise(resource.content, this.#mark),
    }));
    const { definitions } = await this.engine.deploy({ name: `${this.processKey}${this.#mark}`, resources });
    this.#definitionId = definitions.find(
      (found) => found.processKey === `${this.processKey}${this.#mark}`,
    )!.definitionId;
    const contracts = await allTasks();
    const byTopic = new Map(contracts.map((contract) => [contract.topic, contract]));
    const subscription = this.engine.subscribeWork(
      {
        workerId: `models-${this.processKey}`,
        topics: contracts.map((contract) => ({
          topic: `${contract.topic}${this.#mark}`,
          lockMs: contract.lockMs,
          variables: contract.inputNames,
        })),
        concurrency: 16,
        onTrouble: (error) => console.error(error.message),
      },
      (work) => {
        const topic = work.topic.slice(0, -this.#mark.length);
        return Promise.resolve(this.#answer({ ...work, topic }, byTopic.get(topic)!));
      },
    );
    this.#stop = () => subscription.stop(2_000);
  }

  /** A model that gives a task less than its contract asks, or a script that answers otherwise, leaves an incident. */
  #answer(work: Work, contract: TaskContract): WorkResult {
    const input = contract.input.safeParse(work.variables);
    if (!input.success) return broken(`${work.element}: ${input.error.message}`);
    const result = this.#cases.get(work.businessKey)!.work(work);
    if (result.kind === 'bpmn-error' && !(result.code in contract.errors))
      return broken(`${work.element}: undeclared ${result.code}`);
    if (result.kind !== 'complete') return result;
    const output = contract.output.safeParse(result.variables);
    return output.success ? result : broken(`${work.element}: ${output.error.message}`);
  }

  async start(
    variables: Variables = {},
    script: (driven: DrivenCase) => void = () => undefined,
  ): Promise<DrivenCase> {
    const driven = new DrivenCase(this.engine);
    script(driven);
    this.#cases.set(driven.businessKey, driven);
    const switches = { kelurahanCheck: false, manualSignature: false, subjectCount: 0 };
    await this.engine.start({
      processKey: `${this.processKey}${this.#mark}`,
      definitionId: this.#definitionId,
      businessKey: driven.businessKey,
      variables: { reportId: driven.businessKey, ...groups, ...switches, ...deadlines(), ...variables },
    });
    return driven;
  }

  /** Up to the acknowledgement that everybody waits for. */
  async approved(
    variables: Variables = {},
    script: (driven: DrivenCase) => void = () => undefined,
  ): Promise<DrivenCase> {
    const driven = await this.start(variables, script);
    await driven.decide('review', 'approve');
    return driven;
  }

  end(): Promise<void> {
    return this.#stop();
  }
}
