import { dictionary } from '../../i18n/dictionary.js';

export const verificationWords = dictionary({
  title: { id: 'Periksa keaslian dokumen', en: 'Verify a document' },
  lead: {
    id: 'Hanya data yang disamarkan yang ditampilkan. Bandingkan dengan dokumen di tangan Anda.',
    en: 'Only masked data is shown. Compare it with the document in your hands.',
  },
  valid: { id: 'Dokumen ini berlaku', en: 'This document is valid' },
  void: { id: 'Dokumen ini BATAL', en: 'This document is VOID' },
  superseded: { id: 'Dokumen ini sudah diganti', en: 'This document has been superseded' },
  voidHelp: {
    id: 'Pencatatannya dibatalkan. Dokumen ini tidak boleh dipakai lagi.',
    en: 'Its registration was reversed. The document must not be used any more.',
  },
  supersededHelp: {
    id: 'Ada dokumen yang lebih baru. Mintalah dokumen terbaru kepada pemegangnya.',
    en: 'There is a newer one. Ask the holder for it.',
  },
  broken: { id: 'Tanda tangan isi TIDAK SAH', en: 'The signature of its content does NOT verify' },
  brokenHelp: {
    id: 'Jangan menerima dokumen ini. Hubungi dinas yang menerbitkan.',
    en: 'Do not accept this document. Ask the office that issued it.',
  },
  kind: { id: 'Jenis dokumen', en: 'Document' },
  office: { id: 'Diterbitkan oleh', en: 'Issued by' },
  officeOf: (city: string) => ({
    id: `Dinas Kependudukan dan Pencatatan Sipil ${city}`,
    en: `Civil registration office of ${city}`,
  }),
  issuedOn: { id: 'Tanggal terbit', en: 'Issued on' },
  name: { id: 'Nama (disamarkan)', en: 'Name (masked)' },
  nik: { id: 'NIK (disamarkan)', en: 'NIK (masked)' },
  birthYear: { id: 'Tahun lahir', en: 'Year of birth' },
  content: { id: 'Tanda tangan isi', en: 'Signature of the content' },
  file: { id: 'Tanda tangan berkas PDF', en: 'Signature of the PDF file' },
  verified: { id: 'sah', en: 'verified' },
  notVerified: { id: 'tidak sah', en: 'not verified' },
  noFile: { id: 'berkas PDF belum pernah dibuka', en: 'no PDF was handed out yet' },
  compare: { id: 'Bandingkan berkas PDF', en: 'Compare a PDF file' },
  compareHelp: {
    id: 'Letakkan berkas PDF di sini, atau pilih. Berkas tidak dikirim: sidik SHA-256-nya dihitung di perangkat Anda.',
    en: 'Drop the PDF here, or choose it. It is not sent: its SHA-256 is computed on your device.',
  },
  choose: { id: 'Pilih berkas PDF', en: 'Choose a PDF file' },
  same: {
    id: 'Berkas ini persis sama dengan yang diterbitkan.',
    en: 'This file is exactly the one that was issued.',
  },
  different: {
    id: 'Berkas ini BUKAN berkas yang diterbitkan, atau telah diubah.',
    en: 'This file is NOT the one that was issued, or it was changed.',
  },
  unreadable: { id: 'Berkas tidak dapat dibaca.', en: 'The file cannot be read.' },
});
