/** What was answered in the studio when this event type was made. Model, table and forms were written from it once. */
import type { EventAnswers } from '@lampid/processes/new-event/answers';

export const answers: EventAnswers = {
  id: 'template-id',
  ticketLetter: 'X',
  names: { id: 'Nama jenis laporan', en: 'Name of the report type' },
  description: { id: 'Uraian jenis laporan', en: 'Description of the report type' },
  reportedBy: ['operator', 'citizen'],
  attachments: [
    { kind: 'pengantar-rt', names: { id: 'Surat pengantar RT', en: 'Letter of the RT' }, required: true },
  ],
  letter: { names: { id: 'Surat keterangan', en: 'Statement letter' } },
  specialDecision: 'verifikator',
  law: { basis: 'Dasar hukum templat', since: '2001-01-01' },
};
