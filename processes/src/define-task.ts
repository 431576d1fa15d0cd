/**
 * Contract of a service task: what a BPMN model may rely on and a worker must keep. The contract lives here because models
 * are linted against it where no worker runs; the handler is `workers/src/tasks/<topic>.ts`.
 */
import type { Text } from '@lampid/domain/rules/finding';
import type { z } from 'zod';

export type Scalar = string | number | boolean | null;

export interface TaskContract<
  Input extends Record<string, Scalar | undefined> = Record<string, Scalar | undefined>,
  Output extends Record<string, Scalar | undefined> = Record<string, Scalar | undefined>,
> {
  /** Topic in the model, file name of the handler. */
  topic: string;
  names: Text;
  description: Text;
  /** Process variables the task reads; only these are fetched. */
  input: z.ZodObject<{ [K in keyof Input]: z.ZodType<Input[K]> }> | z.ZodType<Input>;
  /** Process variables the task sets. */
  output: z.ZodType<Output>;
  /** Names of the input variables, in the order of `input`. */
  inputNames: string[];
  /** BPMN error codes that `run` may answer, with what they mean. */
  errors: Record<string, Text>;
  /** Extension properties that the element may carry to configure the step, with what they mean. */
  properties: Record<string, Text>;
  /** Technical failures: waits before attempt 2, 3, ... in ms; after the last an incident opens. */
  retry: { delaysMs: number[] };
  lockMs: number;
}

export function defineTask<I extends z.ZodObject, O extends z.ZodType>(
  contract: Omit<TaskContract, 'input' | 'output' | 'inputNames'> & { input: I; output: O },
): typeof contract & { inputNames: string[] } {
  return { ...contract, inputNames: Object.keys(contract.input.shape) };
}
