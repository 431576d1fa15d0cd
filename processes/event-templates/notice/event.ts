/** Something that the office is told of and answers. The register is read and not changed. See README.md. */
import { hasNikForm } from '@lampid/domain/nik';
import { EffectConflict, type EffectResult } from '@lampid/domain/registry/change';
import { membersOf, residentByNik } from '@lampid/domain/registry/family';
import { defineEvent } from '@lampid/processes/define-event';
import { statementLetter } from '@lampid/processes/documents/statement-letter';
import { personOf, reporterOf } from '@lampid/processes/example-people';
import { letterKind } from '@lampid/processes/new-event/answers';
import { answers } from './answers.js';
import { reportFacts } from './facts.js';
import { schema, type ReportData } from './schema.js';

const { id, ticketLetter, names, description, reportedBy, attachments, letter } = answers;

export default defineEvent<ReportData>({
  ...{ id, ticketLetter, names, description, schema, reportedBy, attachments },
  issues: statementLetter<ReportData>(answers, ({ happenedOn, detail }) => [
    { label: { id: 'Tanggal', en: 'Date' }, value: happenedOn },
    { label: { id: 'Keterangan', en: 'What happened' }, value: detail },
  ]),
  specialDecision: answers.specialDecision === 'kadis' ? 'kadis' : 'verifikator',
  title: ({ subject }) => subject.name,
  searchNames: ({ subject, reporter }) => [subject.name, reporter.name],
  subjectKeys: ({ subject, happenedOn }) => [
    `${subject.nik || subject.name.trim().toLowerCase()}|${happenedOn}`,
  ],
  eventDate: ({ happenedOn }) => happenedOn,
  areaCodes: () => [],
  neighbourhood: ({ rt, rw }) => ({ rt, rw }),
  needs: ({ subject, reporter }) => ({
    niks: [subject.nik ?? '', reporter.nik].filter(hasNikForm),
    familyCards: [],
    childrenOf: [],
  }),
  subjects: () => [],
  facts: reportFacts,
  effect: ({ data, registry }): EffectResult => {
    if (!letter) return { changes: [], documents: [], result: {}, variables: {} };
    const resident = residentByNik(registry, data.subject.nik);
    if (resident?.status !== 'active')
      throw new EffectConflict(
        'NOT_ACTIVE',
        {
          id: 'Yang diberitahukan bukan (lagi) penduduk kota ini',
          en: 'Whom it is about is no resident of this city (any more)',
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
  siak: { kind: 'PEMBERITAHUAN', payload: () => ({}) },
  example: ({ registry, documents, today }) => {
    const card = registry.familyCards[0]!;
    const { resident } = membersOf(registry, card)[0]!;
    return {
      subject: personOf(resident),
      happenedOn: today,
      rt: card.address.rt,
      rw: card.address.rw,
      detail: 'Rumah rusak karena pohon tumbang.',
      reporter: reporterOf(resident, 'self'),
      documents: documents(attachments.map(({ kind }) => kind)),
    };
  },
});
