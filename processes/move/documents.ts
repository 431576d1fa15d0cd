/** Documents of a move (DOMAIN 2.6: Permendagri 108/2019 art. 29-30). Conditional ones are judged by the rules. */
import { codeName } from '@lampid/domain/codes';
import { moveLetterContent } from '@lampid/domain/documents/move-letter';
import {
  childCardDocument,
  familyCardDocument,
  identityCardDocument,
} from '@lampid/processes/documents/shared-documents';
import type { AttachmentKind, IssuedDocument } from '@lampid/processes/define-event';
import type { MoveData } from './schema.js';

export const moveAttachments: AttachmentKind[] = [
  {
    kind: 'f-1-03',
    required: true,
    names: { id: 'F-1.03 Formulir pendaftaran perpindahan', en: 'F-1.03 Move form' },
  },
  { kind: 'kk', required: true, names: { id: 'Kartu Keluarga', en: 'Family card' } },
  {
    kind: 'pernyataan-pemilik',
    required: false,
    names: { id: 'Surat pernyataan tidak keberatan pemilik rumah', en: "House owner's no-objection letter" },
  },
  {
    kind: 'persetujuan-orang-tua',
    required: false,
    names: { id: 'Surat persetujuan orang tua/wali', en: 'Consent of parent or guardian' },
  },
  {
    kind: 'kuasa-pengasuhan',
    required: false,
    names: { id: 'Surat kuasa pengasuhan anak', en: 'Child-care authority' },
  },
  { kind: 'f-1-07', required: false, names: { id: 'F-1.07 Surat kuasa', en: 'F-1.07 Power of attorney' } },
];

export const moveIssues: IssuedDocument<MoveData>[] = [
  {
    kind: 'skpwni',
    names: { id: 'Surat Keterangan Pindah WNI', en: 'Move-out letter (SKPWNI)' },
    content: (input) => {
      const { about } = input.order;
      if (!('letter' in about)) throw new Error('an SKPWNI is about a letter');
      const { data, registry, registered } = input;
      const movers = new Map(data.movers.map((mover) => [mover.nik, mover]));
      const origin = registry.familyCards.find(({ number }) => number === data.familyCardNumber);
      return moveLetterContent({
        number: about.letter,
        members: registry.residents
          .filter(({ nik }) => movers.has(nik))
          .map((resident) => ({ resident, relation: movers.get(resident.nik)?.relation ?? null })),
        origin: origin?.address ?? null,
        destination: { ...data.destination, postalCode: data.destination.postalCode ?? null },
        reason: codeName('alasanPindah', data.reason),
        validUntil: registered.result.validUntil ?? null,
        issuedOn: registered.registeredOn,
        city: input.city,
      });
    },
  },
  familyCardDocument,
  identityCardDocument,
  childCardDocument,
];
