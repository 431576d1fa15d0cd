/** Letters of the office: an opening sentence, whom it is about, and what it is for. */
import type { Content } from 'pdfmake/interfaces.js';
import { titleAndNumber, type Layout, type LayoutInput } from './layout.js';
import { drawSection } from './sections.js';

type Phrase = { id: string; en: string };

const paragraph = ({ id, en }: Phrase): Content => ({
  text: [{ text: id }, { text: `\n${en}`, italics: true, fontSize: 7.5, color: '#667085' }],
  ...{ alignment: 'justify', margin: [0, 6, 0, 8] },
});

export const moveLetterLayout = letterLayout({
  opening: ({ cityName }) => ({
    id: `Yang bertanda tangan di bawah ini, Kepala Dinas Kependudukan dan Pencatatan Sipil ${cityName}, menerangkan bahwa permohonan pindah penduduk Warga Negara Indonesia dengan data sebagai berikut telah dicatat:`,
    en: `The head of the civil registration office of ${cityName} states that the following move of Indonesian citizens has been recorded:`,
  }),
  closing: () => ({
    id: 'Surat keterangan ini berlaku sampai tanggal yang disebut di atas, dipakai satu kali, dan diserahkan kepada Dinas Dukcapil daerah tujuan untuk penerbitan Kartu Keluarga.',
    en: 'This letter is valid until the date above, is used once, and is handed to the office of the destination for a new family card.',
  }),
});

export const statementLayout = letterLayout({
  opening: ({ cityName }) => ({
    id: `Yang bertanda tangan di bawah ini, Kepala Dinas Kependudukan dan Pencatatan Sipil ${cityName}, menerangkan bahwa:`,
    en: `The head of the civil registration office of ${cityName} states that:`,
  }),
  closing: ({ content, cityName }) => {
    const status = STATUS[content.facts?.status ?? 'active'] ?? STATUS['active']!;
    const purpose = content.facts?.purpose;
    return {
      id: `${status.id} ${cityName} pada tanggal surat ini. ${purpose ? `Surat keterangan ini dibuat untuk: ${purpose}.` : ''}`,
      en: `${status.en} ${cityName} on the day of this letter. ${purpose ? `It is issued for: ${purpose}.` : ''}`,
    };
  },
});

const STATUS: Record<string, Phrase> = {
  active: {
    id: 'Nama tersebut di atas benar tercatat sebagai penduduk',
    en: 'The person above is recorded as a resident of',
  },
  dead: {
    id: 'Nama tersebut di atas tercatat telah meninggal dunia dalam register',
    en: 'The person above is recorded as deceased in the register of',
  },
  'moved-out': {
    id: 'Nama tersebut di atas tercatat telah pindah keluar dari',
    en: 'The person above is recorded as having moved out of',
  },
};

function letterLayout(words: {
  opening(input: LayoutInput): Phrase;
  closing(input: LayoutInput): Phrase;
}): Layout {
  return {
    orientation: 'portrait',
    body: (input) => [
      ...titleAndNumber(input),
      paragraph(words.opening(input)),
      ...input.content.sections.map(drawSection),
      paragraph(words.closing(input)),
    ],
  };
}
