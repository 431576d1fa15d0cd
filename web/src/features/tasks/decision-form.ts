/** What a decider fills in beside the outcome: the form that the model binds to the task. Pure. */
import type { Finding, FormSchema, ReportData, Task } from '../../api/wire.js';

/** For a task that a model has no form for: a note, and the warnings to acknowledge. */
export const plainDecisionForm: FormSchema = {
  type: 'default',
  id: 'plain-decision',
  components: [
    {
      type: 'checklist',
      id: 'plain_acknowledged',
      key: 'acknowledged',
      label: 'Peringatan yang sudah saya periksa',
      valuesKey: 'warnings',
      conditional: { hide: '=warnings = null or count(warnings) = 0' },
      properties: { 'label:en': 'Warnings that I have looked at' },
    },
    {
      type: 'textarea',
      id: 'plain_reason',
      key: 'reason',
      label: 'Alasan peringatan diterima',
      validate: { maxLength: 1000 },
      conditional: { hide: '=warnings = null or count(warnings) = 0' },
      properties: { 'label:en': 'Why the warnings may pass' },
    },
    {
      type: 'textarea',
      id: 'plain_note',
      key: 'note',
      label: 'Catatan',
      validate: { maxLength: 2000 },
      properties: { 'label:en': 'Note' },
    },
  ],
};

/** Data that the form starts with: the report's own (forms may show it), and the warnings to tick. */
export function decisionData(
  data: ReportData,
  findings: readonly (Finding & { acknowledgedBy: string | null })[],
  text: (message: Finding['message']) => string,
): ReportData {
  const warnings = new Map<string, string>();
  for (const { code, severity, message, acknowledgedBy } of findings)
    if (severity === 'W' && acknowledgedBy === null)
      warnings.set(code, [warnings.get(code), text(message)].filter(Boolean).join('; '));
  return { ...data, warnings: [...warnings].map(([value, label]) => ({ value, label })) };
}

export interface FilledDecision {
  note: string;
  acknowledged: string[];
  /** Why the warnings may pass. */
  reason: string;
  /** What else the form asked. */
  extra: Record<string, unknown>;
}

export function readDecision(filled: ReportData): FilledDecision {
  const { note, reason, acknowledged, warnings: _, documents: __, ...extra } = filled;
  return {
    note: typeof note === 'string' ? note.trim() : '',
    reason: typeof reason === 'string' ? reason.trim() : '',
    acknowledged: Array.isArray(acknowledged) ? acknowledged.map(String) : [],
    extra,
  };
}

/** What an outcome still wants, and the field of the decision where it is given. */
export interface MissingPart {
  what: 'noteMissing' | 'acknowledgeMissing' | 'reasonMissing';
  field: 'note' | 'acknowledged' | 'reason';
}

/** Said here before anything is sent. The API refuses the same, but takes the note for a reason. */
export function whatIsMissing(
  outcome: string,
  { note, reason, acknowledged }: FilledDecision,
  task: Pick<Task, 'noteRequired' | 'toAcknowledge'>,
): MissingPart | null {
  if (task.noteRequired.includes(outcome)) return note === '' ? { what: 'noteMissing', field: 'note' } : null;
  if (task.toAcknowledge.some((code) => !acknowledged.includes(code)))
    return { what: 'acknowledgeMissing', field: 'acknowledged' };
  return task.toAcknowledge.length > 0 && reason === '' && note === ''
    ? { what: 'reasonMissing', field: 'reason' }
    : null;
}
