/** PEMBETULAN: recorded data are put right after registration (UU 23/2006 art. 71; Permendagri 108/2019; F-1.06). */
import { hasNikForm } from '@lampid/domain/nik';
import { residentByNik } from '@lampid/domain/registry/family';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import { defineEvent, type Subject } from '@lampid/processes/define-event';
import { correctionAttachments, correctionIssues } from './documents.js';
import { correctionEffect, givenMembers } from './effect.js';
import { correctionExample } from './example.js';
import { correctionFacts } from './facts.js';
import { correctionSchema, type CorrectionData } from './schema.js';

export default defineEvent<CorrectionData>({
  id: 'correction',
  /** Ubah; K is kept for kawin. */
  ticketLetter: 'U',
  names: { id: 'Pembetulan data', en: 'Correction of data' },
  description: {
    id: 'Pembetulan elemen data, susunan keluarga, atau NIK ganda/sementara sesudah tercatat',
    en: 'Puts right recorded data, family members, or a double or temporary NIK',
  },
  schema: correctionSchema,
  reportedBy: ['operator', 'verifikator'],
  attachments: correctionAttachments,
  issues: correctionIssues,
  specialDecision: 'kadis',
  title: (data) => names(data)[0] ?? '',
  searchNames: (data) => [...names(data), data.reporter.name],
  subjectKeys: (data) => {
    if (data.subject !== 'family') return [data.resident?.nik ?? ''].filter(hasNikForm);
    return [data.familyCardNumber ?? '', ...givenMembers(data).map(({ nik }) => nik)].filter(hasNikForm);
  },
  eventDate: ({ proofDate }) => proofDate,
  areaCodes: ({ areaCode }) => (areaCode ? [areaCode] : []),
  needs: (data) => ({
    niks: [
      data.reporter.nik,
      data.resident?.nik ?? '',
      data.realNik ?? '',
      ...givenMembers(data).map(({ nik }) => nik),
    ].filter(hasNikForm),
    familyCards: [data.familyCardNumber ?? ''].filter(hasNikForm),
    childrenOf: [],
  }),
  subjects: correctionSubjects,
  facts: (input) => correctionFacts({ ...input, subjects: correctionSubjects(input.data, input.registry) }),
  effect: ({ data, registry, today }) => correctionEffect({ data, registry, today }),
  siak: {
    kind: 'PEMBETULAN',
    payload: ({ data, result }) => ({
      jenis: data.subject,
      nik: result.residents.map(({ nik }) => nik),
      noKk: result.cards.map(({ number }) => number),
      tanggalBukti: data.proofDate,
    }),
  },
  example: correctionExample,
});

function names(data: CorrectionData): string[] {
  const all = data.subject === 'family' ? (data.members ?? []) : [data.resident];
  return all.flatMap((one) => (one?.name ? [one.name] : []));
}

/** A merge is true when Dukcapil knows this very person by the NIK that holds. */
function correctionSubjects(data: CorrectionData, registry: RegistrySnapshot): Subject[] {
  const known = residentByNik(registry, data.resident?.nik);
  if (data.subject !== 'nik' || !data.realNik || !known) return [];
  const { name, birthDate, sex } = known;
  return [{ field: 'realNik', nik: data.realNik, name, birthDate, sex, knownLocally: false }];
}
