/** What a report tells by itself: a desk computes it while the report is typed. `facts.ts` adds what the register knows. */
import { daysBetween } from '@lampid/domain/dates';
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import { commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { answers } from './answers.js';
import type { ReportData } from './schema.js';

export const formFacts: FormFacts<ReportData> = {
  ...commonFormFacts<ReportData>({
    reporter: ({ reporter }) => reporter,
    eventDate: ({ happenedOn }) => ({ field: 'happenedOn', date: happenedOn }),
  }),
  ...personFormFacts(namedIn),
  ...documentFormFacts(answers.attachments),
  daysSince: ({ data, reportedOn }) => daysBetween(data.happenedOn, reportedOn),
};

/** Everybody named by NIK. */
export function namedIn({ subject, reporter }: ReportData): NamedPerson[] {
  const known: NamedPerson[] = subject.nik
    ? [{ field: 'subject.nik', nik: subject.nik, role: 'subject' }]
    : [];
  return [...known, { field: 'reporter.nik', nik: reporter.nik, role: 'reporter' }];
}
