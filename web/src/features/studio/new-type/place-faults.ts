import type { ProblemItem } from '../../../api/problem.js';

export type FieldPath = (string | number)[];

/** Faults by the field of the form that they stand at, in the order of the answer; of several at one field the first. */
export function placeFaults(
  faults: readonly ProblemItem[],
): { name: FieldPath; message: ProblemItem['message'] }[] {
  const first = new Map(faults.toReversed().map((fault) => [fault.field, fault]));
  return faults
    .filter((fault) => fault.field !== null && first.get(fault.field) === fault)
    .map(({ field, message }) => ({ name: fieldPath(field!), message }));
}

/** `attachments[0].names.id` -> `['attachments', 0, 'names', 'id']` */
function fieldPath(field: string): FieldPath {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, index]) =>
    index === undefined ? part : Number(index),
  );
}
