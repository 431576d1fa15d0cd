import { dictionary } from '../../i18n/dictionary.js';

export const incidentWords = dictionary({
  title: { id: 'Kendala', en: 'Incidents' },
  lead: {
    id: 'Langkah yang berhenti karena gangguan teknis. Datanya aman; langkah dapat diulang.',
    en: 'Steps that stopped for technical reasons. Nothing is lost; a step can be tried again.',
  },
  none: { id: 'Tidak ada kendala', en: 'No incidents' },
  ticket: { id: 'Tiket', en: 'Ticket' },
  step: { id: 'Langkah', en: 'Step' },
  message: { id: 'Keterangan', en: 'Message' },
  openedAt: { id: 'Sejak', en: 'Since' },
  retry: { id: 'Ulangi', en: 'Retry' },
  retried: { id: 'Langkah diulang', en: 'The step is tried again' },
});
