/** What a report tells by itself: a desk computes it while the report is typed. `facts.ts` adds what the register knows. */
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import { commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { answers } from './answers.js';
import type { ReportData } from './schema.js';

export const formFacts: FormFacts<ReportData> = {
  ...commonFormFacts<ReportData>({ reporter: ({ reporter }) => reporter, eventDate: () => null }),
  ...personFormFacts(namedIn),
  ...documentFormFacts(answers.attachments),
  purposeLength: ({ data }) => data.purpose.trim().length,
};

/** Everybody named by NIK. */
export function namedIn({ subject, reporter }: ReportData): NamedPerson[] {
  return [
    { field: 'subject.nik', nik: subject.nik, role: 'subject' },
    { field: 'reporter.nik', nik: reporter.nik, role: 'reporter' },
  ];
}
