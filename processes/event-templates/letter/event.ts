/** A letter about a resident, asked for in the kelurahan. The register is read and not changed. See README.md. */
import { hasCardForm } from '@lampid/domain/document-numbers';
import { hasNikForm } from '@lampid/domain/nik';
import { EffectConflict } from '@lampid/domain/registry/change';
import { membersOf, residentByNik } from '@lampid/domain/registry/family';
import { defineEvent } from '@lampid/processes/define-event';
import { statementLetter } from '@lampid/processes/documents/statement-letter';
import { personOf, reporterOf } from '@lampid/processes/example-people';
import { letterKind } from '@lampid/processes/new-event/answers';
import { answers } from './answers.js';
import { reportFacts } from './facts.js';
import { schema, type ReportData } from './schema.js';

const { id, ticketLetter, names, description, reportedBy, attachments } = answers;

export default defineEvent<ReportData>({
  ...{ id, ticketLetter, names, description, schema, reportedBy, attachments },
  issues: statementLetter<ReportData>(answers, ({ purpose }) => [
    { label: { id: 'Keperluan', en: 'Purpose' }, value: purpose },
  ]),
  specialDecision: answers.specialDecision === 'kadis' ? 'kadis' : 'verifikator',
  title: ({ subject }) => subject.name,
  searchNames: ({ subject, reporter }) => [subject.name, reporter.name],
  subjectKeys: ({ subject, purpose }) => [`${subject.nik}|${purpose.trim().toLowerCase()}`],
  eventDate: () => null,
  areaCodes: () => [],
  needs: ({ familyCardNumber, subject, reporter }) => ({
    niks: [subject.nik, reporter.nik].filter(hasNikForm),
    familyCards: [familyCardNumber].filter(hasCardForm),
    childrenOf: [],
  }),
  subjects: () => [],
  facts: reportFacts,
  effect: ({ data, registry }) => {
    const resident = residentByNik(registry, data.subject.nik);
    if (resident?.status !== 'active')
      throw new EffectConflict(
        'NOT_ACTIVE',
        {
          id: 'Yang diterangkan bukan (lagi) penduduk kota ini',
          en: 'Whom the letter is about is no resident of this city (any more)',
        },
        'subject.nik',
      );
    return {
      changes: [],
      documents: [{ kind: letterKind(answers), about: { resident: resident.id } }],
      result: { resident: resident.id },
      variables: {},
    };
  },
  // The model has no step that tells SIAK of it.
  siak: { kind: 'KETERANGAN', payload: () => ({}) },
  example: ({ registry, documents }) => {
    const card = registry.familyCards[0]!;
    const { resident } = membersOf(registry, card)[0]!;
    return {
      familyCardNumber: card.number,
      subject: personOf(resident),
      purpose: 'Mengurus rekening bank',
      reporter: reporterOf(resident, 'self'),
      documents: documents(attachments.map(({ kind }) => kind)),
    };
  },
});
