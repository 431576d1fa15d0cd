import { dictionary } from '../../../../i18n/dictionary.js';

export const drawingWords = dictionary({
  tools: { id: 'Alat gambar', en: 'Drawing tools' },
  add: { id: 'Tambah elemen', en: 'Add an element' },
  addIt: { id: 'Tambahkan', en: 'Add' },
  what: { id: 'Elemen', en: 'Element' },
  place: { id: 'Tempat', en: 'Place' },
  noPlace: {
    id: 'Belum ada tempat untuk elemen ini dalam gambar.',
    en: 'There is no place for this element in the drawing yet.',
  },
  name: { id: 'Nama', en: 'Name' },
  englishName: { id: 'Nama Inggris', en: 'Name in English' },
  newBranch: (name: string) => ({ id: `${name} → (cabang baru)`, en: `${name} → (new branch)` }),
  connect: { id: 'Hubungkan', en: 'Connect' },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Ke', en: 'To' },
  flowName: { id: 'Label alur', en: 'Label of the flow' },
  noTarget: {
    id: 'Tidak ada elemen yang dapat dihubungkan dari sini.',
    en: 'Nothing can be connected from here.',
  },
  move: { id: 'Pindah jalur', en: 'Move to a lane' },
  moveIt: { id: 'Pindahkan', en: 'Move' },
  lane: { id: 'Jalur', en: 'Lane' },
  choose: { id: 'Pilih elemen', en: 'Choose an element' },
  change: { id: 'Ganti jenis', en: 'Change type' },
  remove: { id: 'Hapus', en: 'Delete' },
  template: { id: 'Templat', en: 'Template' },
  chooseTemplate: { id: 'Pilih templat', en: 'Choose a template' },
  apply: { id: 'Terapkan', en: 'Apply' },
  noTemplate: {
    id: 'Tidak ada templat untuk elemen ini. Ganti jenisnya menjadi user task atau service task lebih dahulu.',
    en: 'There is no template for this element. Change its type to user task or service task first.',
  },
  simulate: { id: 'Simulasi token', en: 'Token simulation' },
  stopSimulating: { id: 'Akhiri simulasi', en: 'End the simulation' },
});
