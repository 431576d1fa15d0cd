/** What was answered in the studio when this event type was made. Model, table and forms were written from it once. */
import type { EventAnswers } from '@lampid/processes/new-event/answers';

export const answers: EventAnswers = {
  id: 'template-id',
  ticketLetter: 'X',
  names: { id: 'Nama jenis laporan', en: 'Name of the report type' },
  description: { id: 'Uraian jenis laporan', en: 'Description of the report type' },
  reportedBy: ['operator', 'rtrw'],
  attachments: [{ kind: 'bukti', names: { id: 'Foto atau bukti', en: 'Photo or proof' }, required: false }],
  letter: { names: { id: 'Surat tanggapan', en: 'Letter of answer' } },
  specialDecision: 'verifikator',
  law: { basis: 'Dasar hukum templat', since: '2001-01-01' },
};
