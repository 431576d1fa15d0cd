import type { Text } from '@lampid/domain/rules/finding';
import { dictionary } from '../../i18n/dictionary.js';
import type { Collector, ShownIdentity } from './api/handovers.js';

export const handoverWords = dictionary({
  title: { id: 'Siap diserahkan', en: 'To be handed over' },
  lead: {
    id: 'Dokumen yang sudah terbit dan belum diambil, yang terlama di atas.',
    en: 'Documents that are issued and not collected yet, the longest waiting first.',
  },
  search: { id: 'Cari tiket, nama, atau NIK', en: 'Search ticket, name or NIK' },
  none: { id: 'Tidak ada dokumen yang menunggu', en: 'No documents are waiting' },
  more: { id: 'Tampilkan lagi', en: 'Show more' },
  ticket: { id: 'Tiket', en: 'Ticket' },
  about: { id: 'Atas nama', en: 'About' },
  event: { id: 'Peristiwa', en: 'Event' },
  documents: { id: 'Dokumen', en: 'Documents' },
  since: { id: 'Terbit', en: 'Issued' },
  card: { id: 'Penyerahan dokumen', en: 'Hand-over' },
  waiting: (count: number) => ({
    id: `${count} dokumen menunggu diambil`,
    en: `${count} document${count === 1 ? '' : 's'} waiting to be collected`,
  }),
  allCollected: { id: 'Semua dokumen sudah diambil', en: 'All documents were collected' },
  handOver: { id: 'Serahkan', en: 'Hand over' },
  handOverAgain: { id: 'Serahkan ulang', en: 'Hand over again' },
  which: { id: 'Dokumen yang diserahkan', en: 'Documents handed over' },
  before: { id: 'pernah diserahkan', en: 'handed over before' },
  collectedBy: { id: 'Nama yang mengambil', en: 'Name of who collects' },
  relation: { id: 'Sebagai', en: 'As' },
  shown: { id: 'Identitas yang ditunjukkan', en: 'Identity shown' },
  reason: { id: 'Alasan penyerahan ulang', en: 'Why once more' },
  confirm: { id: 'Catat penyerahan', en: 'Record the hand-over' },
  done: { id: 'Penyerahan dicatat', en: 'The hand-over is recorded' },
  receipt: { id: 'Bukti serah terima', en: 'Receipt' },
  by: (name: string, day: string) => ({ id: `Diambil ${name}, ${day}`, en: `Collected by ${name}, ${day}` }),
  choose: { id: 'Pilih sedikitnya satu dokumen', en: 'Choose one document at least' },
  nameNeeded: { id: 'Isi nama yang mengambil', en: 'Give the name of who collects' },
  reasonNeeded: { id: 'Tulis alasan penyerahan ulang', en: 'Say why once more' },
  slip: { id: 'Cetak tanda terima', en: 'Print the ticket' },
});

export const collectorNames: Record<Collector, Text> = {
  self: { id: 'Yang bersangkutan', en: 'The person' },
  family: { id: 'Keluarga', en: 'Family' },
  proxy: { id: 'Penerima kuasa', en: 'Proxy' },
};

export const shownNames: Record<ShownIdentity, Text> = {
  'ktp-el': { id: 'KTP-el', en: 'Identity card (KTP-el)' },
  kk: { id: 'Kartu Keluarga', en: 'Family card' },
  sim: { id: 'SIM', en: 'Driving licence' },
  paspor: { id: 'Paspor', en: 'Passport' },
};
