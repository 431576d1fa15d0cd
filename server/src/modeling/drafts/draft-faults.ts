import type { Text } from '@lampid/domain/rules/finding';
import type { DraftState } from '@lampid/db/modeling/drafts';
import { notFound, Problem } from '../../http/problem.js';

export function noSuchDraft(): Problem {
  return notFound({ id: 'Draf model ini tidak ada', en: 'There is no such model draft' });
}

const STATES: Record<DraftState, Text> = {
  open: { id: 'sedang dikerjakan', en: 'being worked on' },
  proposed: { id: 'sudah diusulkan', en: 'proposed' },
  deployed: { id: 'sudah dipasang', en: 'deployed' },
  withdrawn: { id: 'sudah ditarik', en: 'withdrawn' },
};

/** @throws Problem 409 naming the state that the draft is in */
export function assertState(actual: DraftState, ...wanted: DraftState[]): void {
  if (wanted.includes(actual)) return;
  const { id, en } = STATES[actual];
  throw new Problem('state-conflict', { id: `Draf ini ${id}`, en: `This draft is ${en}` });
}
