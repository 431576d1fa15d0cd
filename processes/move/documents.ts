/** Documents of a move (DOMAIN 2.6: Permendagri 108/2019 art. 29-30). Conditional ones are judged by the rules. */
import type { AttachmentKind, IssuedDocument } from '@lampid/processes/define-event';

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

export const moveIssues: IssuedDocument[] = [
  { kind: 'skpwni', names: { id: 'Surat Keterangan Pindah WNI', en: 'Move-out letter (SKPWNI)' } },
  { kind: 'kk', names: { id: 'Kartu Keluarga', en: 'Family card' } },
  { kind: 'ktp-el', names: { id: 'KTP-el', en: 'Identity card' } },
  { kind: 'kia', names: { id: 'Kartu Identitas Anak', en: 'Child identity card' } },
];
