import { dictionary } from '../../i18n/dictionary.js';

export const attachmentWords = dictionary({
  title: { id: 'Berkas persyaratan', en: 'Attachments' },
  hint: { id: 'pdf, jpg atau png, paling besar 5 MB', en: 'pdf, jpg or png, 5 MB at most' },
  required: { id: 'wajib', en: 'required' },
  oneOf: { id: 'Salah satu', en: 'One of these' },
  fulfilledBy: (names: string) => ({ id: `terpenuhi: ${names}`, en: `fulfilled by: ${names}` }),
  fulfilled: { id: 'terpenuhi', en: 'fulfilled' },
  missing: { id: 'belum terpenuhi', en: 'not fulfilled yet' },
  above: (names: string) => ({ id: `Juga di atas: ${names}`, en: `Also above: ${names}` }),
  asked: { id: 'Persyaratan dokumen', en: 'Documents asked for' },
  choose: { id: 'Pilih berkas', en: 'Choose a file' },
  chooseFor: (name: string) => ({ id: `Pilih berkas ${name}`, en: `Choose a file: ${name}` }),
  replaceNamed: (name: string) => ({ id: `Ganti berkas ${name}`, en: `Replace the file ${name}` }),
  replace: { id: 'Ganti', en: 'Replace' },
  open: { id: 'Lihat', en: 'Open' },
  remove: { id: 'Hapus', en: 'Remove' },
  removeNamed: (name: string) => ({ id: `Hapus berkas ${name}`, en: `Remove the file ${name}` }),
  openNamed: (name: string) => ({ id: `Lihat berkas ${name}`, en: `Open the file ${name}` }),
  attached: { id: 'Terlampir', en: 'Attached' },
  tooLarge: {
    id: 'Berkas lebih besar dari 5 MB. Pindai ulang dengan resolusi lebih rendah, atau foto dengan ukuran lebih kecil.',
    en: 'The file is larger than 5 MB. Scan it with a lower resolution, or take a smaller photo.',
  },
  unknownKind: {
    id: 'Isi berkas bukan pdf, jpg, atau png yang utuh. Pindai ulang, lalu pilih berkas yang baru.',
    en: 'The content is no whole pdf, jpg or png. Scan it again and choose the new file.',
  },
  otherKind: {
    id: 'Isi berkas tidak sesuai dengan nama atau jenisnya. Simpan ulang sebagai pdf, jpg, atau png.',
    en: 'The content is not what its name or type says. Save it anew as pdf, jpg or png.',
  },
  uploadedBy: (name: string) => ({ id: `diunggah ${name}`, en: `uploaded by ${name}` }),
  others: { id: 'Berkas lain', en: 'Other files' },
});
