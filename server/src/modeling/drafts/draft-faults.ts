import type { Text } from '@lampid/domain/rules/finding';
import type { DraftState, ModelDraft } from '@lampid/db/modeling/drafts';
import type { Deps } from '../../deps.js';
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

/**
 * Code does not get into a running server through its browser: whoever operates it reads the folder and puts it there.
 * @throws Problem 409 for the folder of a new event type, with the way that it goes instead
 */
export function assertHoldsNoCode(deps: Pick<Deps, 'events'>, { madeFrom, processKey }: ModelDraft): void {
  if (!madeFrom) return;
  throw new Problem(
    'state-conflict',
    deps.events.has(processKey)
      ? {
          id: `Jenis laporan "${processKey}" sudah berjalan; ubahlah lewat draf dari versinya yang berlaku`,
          en: `The report type "${processKey}" is running already; change it in a draft of its version in force`,
        }
      : {
          id: 'Jenis laporan baru memuat kode dan tidak dipasang dari sini. Unduh foldernya dan serahkan kepada pengelola sistem: ditaruh di PROCESSES_DIR, lalu server dan worker dimulai ulang.',
          en: 'A new report type holds code and is not deployed from here. Download its folder and hand it to operations: it goes into PROCESSES_DIR, then server and workers start again.',
        },
  );
}
