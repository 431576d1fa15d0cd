/** The variables of a case that no step of its model sets, and the messages that reach it: what a model may ask for besides the outputs of its tasks. */
import type { Deadlines } from '@lampid/domain/calendar';
import { CLOSING_TYPE } from './closing-data.js';
import { PRACTICE_PROCESS } from './practice-model.js';

/** Carried by every command that moves a token, but for what follows a request through the machines: the start alone has it. */
const CARRIED: readonly (keyof Deadlines | 'traceparent')[] = [
  ...(['remindAt', 'escalateAt', 'reassignAt', 'returnUntil'] as const),
  'traceparent',
];

const CASE_GROUPS = ['operatorGroup', 'supervisorGroup', 'verifierGroup', 'headGroup', 'cityGroup'] as const;
const CLOSING_START = ['reportId', ...CASE_GROUPS] as const;
const REPORT_START = [...CLOSING_START, 'kelurahanCheck', 'manualSignature', 'subjectCount'] as const;
const PRACTICE_START = ['practiceKind', 'practiceGroup', 'practiceUntil'] as const;

export type CaseGroup = (typeof CASE_GROUPS)[number];
export type ReportStart = (typeof REPORT_START)[number];
export type PracticeStart = (typeof PRACTICE_START)[number];

/** What a case of this process has from its beginning. */
export function startVariables(processKey: string): readonly string[] {
  if (processKey === PRACTICE_PROCESS) return [...PRACTICE_START, ...CARRIED];
  return [...(processKey === CLOSING_TYPE ? CLOSING_START : REPORT_START), ...CARRIED];
}

/** Messages that a case can be sent, each with the variables that come with it. */
export const caseMessages: Readonly<Record<string, readonly string[]>> = {
  'report-cancelled': [],
  'siak-ack': ['ackStatus'],
  'arrival-confirmed': [],
  'move-letter-cancelled': [],
};
