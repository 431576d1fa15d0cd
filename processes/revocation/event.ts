/** PEMBATALAN: a registration is taken back (UU 23/2006 art. 72; contrarius actus). Nothing is deleted, no number comes back. */
import { EffectConflict } from '@lampid/domain/registry/change';
import { hasNikForm } from '@lampid/domain/nik';
import { defineEvent } from '@lampid/processes/define-event';
import { revocationAttachments } from './documents.js';
import { revocationExample } from './example.js';
import { revocationFacts } from './facts.js';
import { revocationSchema, type RevocationData } from './schema.js';

export default defineEvent<RevocationData>({
  id: 'revocation',
  ticketLetter: 'B',
  names: { id: 'Pembatalan pencatatan', en: 'Revocation of a registration' },
  description: {
    id: 'Mencabut pencatatan suatu laporan: mutasi dibalik, nomor batal, keluarga dipulihkan',
    en: 'Takes a registration back: postings reversed, numbers void, the family restored',
  },
  schema: revocationSchema,
  reportedBy: ['operator', 'verifikator'],
  attachments: revocationAttachments,
  issues: [],
  specialDecision: 'kadis',
  title: ({ ticket }) => ticket,
  searchNames: ({ ticket, reporter }) => [ticket, reporter.name],
  subjectKeys: ({ ticket }) => [ticket],
  eventDate: ({ decisionDate }) => decisionDate,
  areaCodes: ({ areaCode }) => (areaCode ? [areaCode] : []),
  needs: ({ ticket, reporter }) => ({
    niks: [reporter.nik].filter(hasNikForm),
    familyCards: [],
    childrenOf: [],
    registration: ticket,
  }),
  subjects: () => [],
  facts: revocationFacts,
  effect: ({ registry }) => {
    const { registration } = registry;
    if (registration?.status !== 'standing') {
      throw new EffectConflict(
        'B02',
        {
          id: 'Pencatatan ini tidak ada atau sudah dibatalkan',
          en: 'There is no standing registration to revoke',
        },
        'ticket',
      );
    }
    return {
      changes: [{ op: 'revoke-registration', reportId: registration.reportId }],
      documents: [],
      result: { revokedReport: registration.reportId },
      variables: {},
    };
  },
  siak: {
    kind: 'PEMBATALAN',
    payload: ({ data, result }) => ({
      tiket: data.ticket,
      dasar: data.ground,
      tanggalKeputusan: data.decisionDate,
      laporan: result.result.revokedReport,
    }),
  },
  needsExampleTicket: true,
  example: revocationExample,
});
