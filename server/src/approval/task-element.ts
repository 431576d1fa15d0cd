/** How the model configures a user task: which outcomes it has and what they demand. */
import type { TaskRow } from '@lampid/db/approval/tasks';
import type { Text } from '@lampid/domain/rules/finding';
import type { Definitions, FormSchema } from '../modeling/definitions.js';
import { namesOfElement } from '../modeling/element-names.js';

export interface TaskElement {
  names: Text;
  outcomes: string[];
  labels: Record<string, Text>;
  noteRequired: string[];
  /** Chosen by a report that is submitted in answer, by nobody else. */
  answeredBy: string | null;
  formId: string | null;
  form: FormSchema | null;
}

/** Corrections are made by whoever reports; every other outcome is somebody's judgement of their work. */
export const RESUBMIT = 'resubmit';
/** These send a report back or end it: a reason is owed whatever the model says. */
const ALWAYS_WITH_NOTE = ['return', 'reject'];
const DEFAULT_LABELS: Record<string, Text> = {
  approve: { id: 'Setujui', en: 'Approve' },
  return: { id: 'Kembalikan', en: 'Return' },
  reject: { id: 'Tolak', en: 'Reject' },
  resubmit: { id: 'Ajukan lagi', en: 'Resubmit' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  complete: { id: 'Selesai', en: 'Done' },
};

/** @throws EngineError when the model was never seen and the engine is down */
export async function taskElement(
  definitions: Definitions,
  task: Pick<TaskRow, 'definitionId' | 'element'>,
): Promise<TaskElement> {
  const definition = await definitions.get(task.definitionId);
  const element = definition.elements.get(task.element);
  const answeredBy = element?.answeredBy ?? null;
  const all = element?.outcomes.length ? element.outcomes : ['complete'];
  const outcomes = all.filter((outcome) => outcome !== answeredBy);
  const labels = outcomes.map((outcome) => {
    const text = element?.labels[outcome] ?? DEFAULT_LABELS[outcome] ?? { id: outcome, en: outcome };
    return [outcome, text] as const;
  });
  const noted = new Set([...(element?.noteRequired ?? []), ...ALWAYS_WITH_NOTE]);
  const formId = element?.formId ?? null;
  return {
    names: namesOfElement(definition, task.element),
    outcomes,
    labels: Object.fromEntries(labels),
    noteRequired: outcomes.filter((outcome) => noted.has(outcome)),
    answeredBy,
    formId,
    form: formId === null ? null : (definition.forms.get(formId) ?? null),
  };
}

/** A task that corrects the report, not one that judges it. */
export function isCorrection(element: TaskElement): boolean {
  return element.outcomes.includes(RESUBMIT);
}
