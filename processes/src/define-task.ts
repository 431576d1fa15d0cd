/**
 * Contract of a service task: what a BPMN model may rely on and a worker must keep. The contract lives here because models
 * are linted against it where no worker runs; the handler is `workers/src/tasks/<topic>.ts`.
 */
import type { Text } from '@lampid/domain/rules/finding';
import type { z } from 'zod';

/** An extension property that configures a step, with what it means. */
export interface TaskProperty extends Text {
  /** What may stand there, with what each means; absent: anything. */
  values?: Readonly<Record<string, Text>>;
  /** Several of them, separated by commas. */
  several?: true;
}

export interface TaskContract {
  /** Topic in the model, file name of the handler. */
  topic: string;
  names: Text;
  description: Text;
  /** Process variables the task reads; only these are fetched. */
  input: z.ZodObject;
  /** Process variables the task sets. */
  output: z.ZodObject;
  /** Names of the input variables. */
  inputNames: string[];
  /** BPMN error codes that the task may answer, with what they mean. */
  errors: Record<string, Text>;
  /** Extension properties that the element must carry to configure the step. */
  properties: Record<string, TaskProperty>;
  /** Technical failures: waits before attempt 2, 3, ... in ms; after the last an incident opens. */
  retry: { delaysMs: number[] };
  lockMs: number;
}

export function defineTask<Input extends z.ZodObject, Output extends z.ZodObject>(
  contract: Omit<TaskContract, 'input' | 'output' | 'inputNames'> & { input: Input; output: Output },
): TaskContract & { input: Input; output: Output } {
  return { ...contract, inputNames: Object.keys(contract.input.shape) };
}
