/** Kutipan akta: the registered fact as one sentence, Indonesian above English, as the printed certificates have it. */
import { longDate } from '@lampid/domain/dates';
import type { Content } from 'pdfmake/interfaces.js';
import { titleAndNumber, type Layout, type LayoutInput } from './layout.js';
import { plainLayout } from './sections.js';

type Facts = Record<string, string | null>;
/** A phrase in both languages and what it leads to, printed bold; null: the phrase says it all. */
interface Line {
  id: string;
  en: string;
  value: string | null;
}

export const birthDeedLayout = deedLayout((facts, input) => [
  ...opening(input, { id: 'Akta Kelahiran', en: 'Birth' }),
  ...born(facts),
  {
    ...{ id: 'anak ke-', en: 'child number' },
    value: [facts.birthOrder ?? '-', facts.sex?.toLowerCase()].filter(Boolean).join(', '),
  },
  ...parents(facts),
]);

export const deathDeedLayout = deedLayout((facts, input) => [
  ...opening(input, { id: 'Akta Kematian', en: 'Death' }),
  { id: 'bahwa di', en: 'that in', value: facts.place ?? '-' },
  { id: 'pada tanggal', en: 'on the date of', value: facts.deathDate ? longDate(facts.deathDate) : '-' },
  { id: 'telah meninggal dunia seorang', en: 'passed away', value: facts.name ?? '-' },
  { id: 'jenis kelamin', en: 'sex', value: facts.sex ?? '-' },
  { id: 'yang lahir di', en: 'who was born in', value: facts.birthPlace ?? '-' },
  { id: 'pada tanggal', en: 'on the date of', value: facts.birthDate ? longDate(facts.birthDate) : '-' },
  { id: 'anak dari ayah', en: 'child of father', value: facts.fatherName ?? '-' },
  { id: 'dan ibu', en: 'and mother', value: facts.motherName ?? '-' },
]);

function deedLayout(lines: (facts: Facts, input: LayoutInput) => Line[]): Layout {
  return {
    orientation: 'portrait',
    body(input) {
      const { facts } = input.content;
      // Issued before layouts were: the content has rows only.
      if (!facts) return plainLayout.body(input);
      return [
        register(input.content.subject?.nik ?? '-', facts.citizenship ?? '-'),
        ...titleAndNumber({ ...input, content: { ...input.content, number: null } }),
        ...lines(facts, input).map(drawLine),
        closing(input),
      ];
    },
  };
}

function register(nik: string, citizenship: string): Content {
  const cell = (id: string, en: string, value: string) => ({
    text: [{ text: `${id} / ` }, { text: `${en}: `, italics: true }, { text: value, bold: true }],
    fontSize: 8.5,
  });
  return {
    columns: [
      cell('Nomor Induk Kependudukan', 'Identity number', nik),
      { ...cell('Kewarganegaraan', 'Citizenship', citizenship), width: 170, alignment: 'right' },
    ],
    margin: [0, 0, 0, 12],
  };
}

function opening({ content }: LayoutInput, deed: { id: string; en: string }): Line[] {
  return [
    {
      id: `Berdasarkan ${deed.id} Nomor`,
      en: `By virtue of ${deed.en} Certificate Number`,
      value: content.number,
    },
  ];
}

function born(facts: Facts): Line[] {
  return [
    { id: 'bahwa di', en: 'that in', value: facts.birthPlace ?? '-' },
    { id: 'pada tanggal', en: 'on the date of', value: facts.birthDate ? longDate(facts.birthDate) : '-' },
    { id: 'telah lahir', en: 'was born', value: facts.name ?? '-' },
  ];
}

/** As the certificate's model says (DOMAIN 2.4, `jenisAktaLahir`). */
function parents(facts: Facts): Line[] {
  switch (facts.model) {
    case 'TANPA_ORANG_TUA':
      return [
        {
          id: 'yang asal-usul dan orang tuanya tidak diketahui',
          en: 'whose origin and parents are not known',
          value: null,
        },
      ];
    case 'SEORANG_IBU':
      return [{ id: 'dari seorang ibu', en: 'of a mother', value: facts.motherName ?? '-' }];
    default:
      return [
        { id: 'dari ayah', en: 'of father', value: facts.fatherName ?? '-' },
        { id: 'dan ibu', en: 'and mother', value: facts.motherName ?? '-' },
        ...(facts.model === 'AYAH_IBU_FRASA'
          ? [
              {
                id: 'yang perkawinannya belum tercatat sesuai dengan peraturan perundang-undangan',
                en: 'whose marriage is not yet recorded as the law provides',
                value: null,
              },
            ]
          : []),
      ];
  }
}

function drawLine({ id, en, value }: Line): Content {
  const phrase = [{ text: id }, { text: `\n${en}`, italics: true, fontSize: 7.5, color: '#667085' }];
  if (value === null) return { text: phrase, fontSize: 10.5, margin: [0, 3, 0, 5] };
  return {
    columns: [
      { width: 190, text: phrase },
      { width: '*', text: value, bold: true, fontSize: 11.5 },
    ],
    ...{ fontSize: 10.5, margin: [0, 3, 0, 5] },
  };
}

function closing({ content, cityName }: LayoutInput): Content {
  const on = longDate(content.issuedOn);
  return {
    text: [
      `Kutipan ini dikeluarkan di ${cityName} pada tanggal ${on}.`,
      {
        text: `\nThis excerpt is issued in ${cityName} on ${on}.`,
        italics: true,
        fontSize: 8,
        color: '#667085',
      },
    ],
    margin: [0, 14, 0, 0],
  };
}
