import { dictionary } from '../../i18n/dictionary.js';

export const attachmentWords = dictionary({
  title: { id: 'Berkas persyaratan', en: 'Attachments' },
  hint: { id: 'pdf, jpg atau png, paling besar 5 MB', en: 'pdf, jpg or png, 5 MB at most' },
  required: { id: 'wajib', en: 'required' },
  ifNeeded: { id: 'bila diperlukan', en: 'if needed' },
  choose: { id: 'Pilih berkas', en: 'Choose a file' },
  chooseFor: (name: string) => ({ id: `Pilih berkas ${name}`, en: `Choose a file: ${name}` }),
  replaceNamed: (name: string) => ({ id: `Ganti berkas ${name}`, en: `Replace the file ${name}` }),
  replace: { id: 'Ganti', en: 'Replace' },
  open: { id: 'Lihat', en: 'Open' },
  remove: { id: 'Hapus', en: 'Remove' },
  removeNamed: (name: string) => ({ id: `Hapus berkas ${name}`, en: `Remove the file ${name}` }),
  openNamed: (name: string) => ({ id: `Lihat berkas ${name}`, en: `Open the file ${name}` }),
  attached: { id: 'Terlampir', en: 'Attached' },
  tooLarge: { id: 'Berkas lebih besar dari 5 MB', en: 'The file is larger than 5 MB' },
  unknownKind: {
    id: 'Isi berkas bukan pdf, jpg, atau png yang utuh',
    en: 'The content is no whole pdf, jpg or png',
  },
  otherKind: {
    id: 'Isi berkas tidak sesuai dengan nama atau jenisnya',
    en: 'The content is not what its name or type says',
  },
  others: { id: 'Berkas lain', en: 'Other files' },
});
