/** Documents of a revocation. Which one is needed is judged by the rules. */
import type { AttachmentKind } from '@lampid/processes/define-event';

export const revocationAttachments: AttachmentKind[] = [
  {
    kind: 'putusan-pengadilan',
    required: false,
    names: { id: 'Putusan/penetapan pengadilan', en: 'Court decision' },
  },
  {
    kind: 'keputusan-pejabat',
    required: false,
    names: { id: 'Keputusan pejabat pencatatan sipil', en: 'Decision of the registrar' },
  },
  { kind: 'f-1-07', required: false, names: { id: 'F-1.07 Surat kuasa', en: 'F-1.07 Power of attorney' } },
];
