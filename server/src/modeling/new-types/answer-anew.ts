import { recordAudit } from '@lampid/db/kernel/audit';
import { draftFiles, lockDraft, removeFile, setMadeFrom, writeFile } from '@lampid/db/modeling/drafts';
import { holdNames } from '@lampid/db/modeling/new-types';
import { isModelFile } from '@lampid/domain/model-files';
import { answerFaults } from '@lampid/processes/new-event/answer-faults';
import type { EventAnswers } from '@lampid/processes/new-event/answers';
import { makeEventFolder } from '@lampid/processes/new-event/make-event-folder';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { assertState, noSuchDraft } from '../drafts/draft-faults.js';
import { takenNames } from './make-new-type.js';

/** What became of the files of the folder. */
export interface AnsweredAnew {
  /** Written from the new answers. */
  written: string[];
  /** Changed by an analyst since, and by the answers now: they stand as they are, for a person to look at. */
  kept: string[];
}

/**
 * Writes the folder of a new event type from other answers: code always, model, table and forms where nobody has changed them.
 * @throws Problem 404, 409 unless it is being worked on, 422 with what is wrong with each answer
 */
export async function answerAnew(
  deps: Deps,
  input: { caller: Caller; draftId: string; answers: EventAnswers },
): Promise<AnsweredAnew> {
  const { caller, draftId, answers } = input;
  return await deps.db.transaction(async (tx) => {
    await holdNames(tx);
    const draft = await lockDraft(tx, draftId);
    if (!draft) throw noSuchDraft();
    assertState(draft.state, 'open');
    if (!draft.madeFrom) throw notFound();
    const { template, answers: before } = draft.madeFrom;
    const faults = [
      ...answerFaults(template, answers, await takenNames(deps, tx, draftId)),
      ...(answers.id === before.id ? [] : [ID_STAYS]),
    ];
    if (faults.length > 0)
      throw invalidInput(faults.map(({ code, field, message }) => inputFault(code, field, message)));
    const [old, fresh] = await Promise.all([
      makeEventFolder(template, before),
      makeEventFolder(template, answers),
    ]);
    const there = await draftFiles(tx, draftId);
    const outcome: AnsweredAnew = { written: [], kept: [] };
    const names = new Set([...old, ...fresh].map(({ name }) => name));
    for (const name of [...names].sort()) {
      const [was, wanted, now] = [old, fresh, there].map(
        (files) => files.find((file) => file.name === name)?.content,
      );
      if (wanted === was || wanted === now) continue;
      if (now !== was && isModelFile(name)) {
        outcome.kept.push(name);
        continue;
      }
      const revision = there.find((file) => file.name === name)?.revision ?? 0;
      const write = { draftId, name, revision, by: caller.username };
      if (wanted === undefined) await removeFile(tx, write);
      else await writeFile(tx, { ...write, content: wanted });
      outcome.written.push(name);
    }
    await setMadeFrom(tx, draftId, { title: answers.names.id, madeFrom: { template, answers } });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'event-type.answered-anew', object: `model-draft:${draftId}` },
      detail: { processKey: answers.id, ...outcome },
    });
    return outcome;
  });
}

const ID_STAYS = {
  ...{ code: 'NOT_ALLOWED', field: 'id' },
  message: {
    id: 'Id tidak dapat diubah lagi; buat jenis laporan lain',
    en: 'The id cannot be changed any more; make another type',
  },
};
