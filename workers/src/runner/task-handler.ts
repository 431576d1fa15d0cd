import type { TaskContract } from '@lampid/processes/define-task';
import type { Variables, Work } from '@lampid/engine/engine';
import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';

/** What a step answered: an output for the case, or a BPMN error that the model knows. A throw is a technical failure. */
export type TaskOutcome =
  | { kind: 'ok'; output: Variables }
  | { kind: 'bpmn-error'; code: string; message: string; output: Variables };

export function ok(output: Variables = {}): TaskOutcome {
  return { kind: 'ok', output };
}

/** `message` is impersonal: the engine keeps it. */
export function bpmnError(code: string, message: string, output: Variables = {}): TaskOutcome {
  return { kind: 'bpmn-error', code, message, output };
}

/** A technical failure that another attempt cannot cure: opens an incident at once. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
}

export interface TaskRun<Input, Services> {
  input: Input;
  work: Work;
  /** Extension properties of the BPMN element (`template`, `decisions`, ...). */
  properties: Record<string, string>;
  services: Services;
  dataSource: DataSource;
  /** Aborted when the lock is lost or the worker must stop. */
  signal: AbortSignal;
  traceparent: string | null;
  /**
   * Runs the effect in one transaction together with `processed_work`: a repeat of this work item answers the stored
   * outcome and does not run it again.
   */
  once(effect: (tx: EntityManager) => Promise<TaskOutcome>): Promise<TaskOutcome>;
}

/** A contract with its `run` beside it, as the runner sees it. */
export interface TaskHandler<Services> {
  contract: TaskContract;
  run(run: TaskRun<unknown, Services>): Promise<TaskOutcome>;
}

/** Ties a contract to its handler; `run` sees just what the contract's input declares. */
export function handleTask<Services, Input extends z.ZodObject>(
  contract: TaskContract & { input: Input },
  run: (run: TaskRun<z.infer<Input>, Services>) => Promise<TaskOutcome>,
): TaskHandler<Services> {
  return { contract, run: (given) => run(given as TaskRun<z.infer<Input>, Services>) };
}
