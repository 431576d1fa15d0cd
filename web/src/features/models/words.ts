import { dictionary } from '../../i18n/dictionary.js';

export const modelWords = dictionary({
  title: { id: 'Model proses', en: 'Process models' },
  lead: {
    id: 'Model yang menggerakkan setiap kasus. Kasus yang berjalan tetap pada versinya.',
    en: 'The models that drive every case. A running case stays on its version.',
  },
  model: { id: 'Model', en: 'Model' },
  version: (version: number) => ({ id: `Versi ${version}`, en: `Version ${version}` }),
  latest: { id: 'berlaku', en: 'in force' },
  running: (count: number) => ({ id: `${count} kasus berjalan`, en: `${count} running` }),
  deployedBy: (proposed: string, approved: string, at: string) => ({
    id: `Diusulkan ${proposed}, disetujui ${approved}, ${at}.`,
    en: `Proposed by ${proposed}, approved by ${approved}, ${at}.`,
  }),
  itsDraft: { id: 'Lihat drafnya', en: 'See its draft' },
  versions: { id: 'Versi', en: 'Versions' },
  compare: { id: 'Bandingkan versi', en: 'Compare versions' },
});
