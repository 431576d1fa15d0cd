/** What the report of a death tells by itself: see `facts.ts` for what register and Dukcapil add. */
import { daysBetween } from '@lampid/domain/dates';
import type { FormFacts } from '@lampid/domain/rules/form-facts';
import { attached, commonFormFacts, documentFormFacts } from '@lampid/processes/facts/common-facts';
import { personFormFacts, type NamedPerson } from '@lampid/processes/facts/person-facts';
import { deathAttachments } from './documents.js';
import type { DeathData } from './schema.js';

/** Any one of these proves a death (Perpres 96/2018 art. 45). */
const PROOFS = [
  'surat-kematian',
  'surat-polisi',
  'penetapan-pengadilan',
  'pernyataan-maskapai',
  'surat-perwakilan-ri',
];

export const formFacts: FormFacts<DeathData> = {
  ...commonFormFacts<DeathData>({
    reporter: ({ reporter }) => reporter,
    eventDate: ({ deathDate }) => ({ field: 'deathDate', date: deathDate }),
    witnesses: ({ witnesses, deceased }) => ({ people: witnesses, subjects: [deceased.nik] }),
  }),
  ...personFormFacts(namedInDeath),
  ...documentFormFacts(deathAttachments),
  daysSinceDeath: ({ data, reportedOn }) => daysBetween(data.deathDate, reportedOn),
  cause: ({ data }) => data.cause,
  certifiedBy: ({ data }) => data.certifiedBy,
  bodyFound: ({ data }) => data.bodyFound ?? true,
  reporterIsDeceased: ({ data }) => data.reporter.nik === data.deceased.nik,
  newHeadGiven: ({ data }) => Boolean(data.newHeadNik),
  guardianCardGiven: ({ data }) => Boolean(data.guardianCardNumber),
  deathProofs: ({ attachments }) => PROOFS.filter((kind) => attachments.includes(kind)).length,
  courtOrderAttached: attached('penetapan-pengadilan'),
  airlineStatementAttached: attached('pernyataan-maskapai'),
  guardianStatementAttached: attached('pernyataan-wali'),
};

/** Everybody named by NIK. */
export function namedInDeath(data: DeathData): NamedPerson[] {
  const { deceased, reporter, witnesses, newHeadNik } = data;
  const subject: NamedPerson = { field: 'deceased.nik', nik: deceased.nik, role: 'subject' };
  const newHead: NamedPerson[] = newHeadNik ? [{ field: 'newHeadNik', nik: newHeadNik, role: 'other' }] : [];
  return [
    { field: 'reporter.nik', nik: reporter.nik, role: 'reporter' },
    // A person in no database may have had no NIK (M15).
    ...(deceased.nik === '' && data.familyCardNumber === null ? [] : [subject]),
    ...newHead,
    ...witnesses.map(({ nik }, index): NamedPerson => ({
      field: `witnesses.${index}.nik`,
      nik,
      role: 'witness',
    })),
  ];
}
