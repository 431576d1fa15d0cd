import { recordAudit } from '@lampid/db/kernel/audit';
import { newId } from '@lampid/db/kernel/new-id';
import { insertDraft } from '@lampid/db/modeling/drafts';
import { holdNames, takenByDrafts } from '@lampid/db/modeling/new-types';
import type { Tx } from '@lampid/db/data-source';
import { answerFaults, type TakenNames } from '@lampid/processes/new-event/answer-faults';
import type { EventAnswers } from '@lampid/processes/new-event/answers';
import { makeEventFolder } from '@lampid/processes/new-event/make-event-folder';
import type { TemplateId } from '@lampid/processes/new-event/templates';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';

/** A draft that holds the whole folder. @throws Problem 422 with what is wrong with each answer */
export async function makeNewType(
  deps: Deps,
  input: { caller: Caller; template: TemplateId; answers: EventAnswers },
): Promise<string> {
  const { caller, template, answers } = input;
  const draftId = newId();
  await deps.db.transaction(async (tx) => {
    await holdNames(tx);
    const faults = answerFaults(template, answers, await takenNames(deps, tx));
    if (faults.length > 0)
      throw invalidInput(faults.map(({ code, field, message }) => inputFault(code, field, message)));
    const files = await makeEventFolder(template, answers);
    await insertDraft(
      tx,
      {
        ...{ id: draftId, processKey: answers.id, title: answers.names.id },
        ...{ baseDefinitionId: null, createdBy: caller.username, madeFrom: { template, answers } },
      },
      files,
    );
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'event-type.drafted', object: `model-draft:${draftId}` },
      detail: { processKey: answers.id, template },
    });
  });
  return draftId;
}

/** What event types, other processes and drafts at work are called; `but`: the draft that asks. */
export async function takenNames(deps: Deps, tx: Tx, but?: string): Promise<TakenNames> {
  const types = [...deps.events.values()].map(({ definition }) => definition);
  const processes = await deps.definitions.latestDefinitions();
  const drafts = await takenByDrafts(tx, but);
  return {
    ids: new Set(
      [...types, ...drafts].map(({ id }) => id).concat(processes.map(({ processKey }) => processKey)),
    ),
    ticketLetters: new Set([...types, ...drafts].map(({ ticketLetter }) => ticketLetter)),
  };
}
