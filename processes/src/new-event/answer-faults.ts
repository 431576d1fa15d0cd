/** What is wrong with the answers, each at its field: nothing is made of answers that would not run. */
import type { Text } from '@lampid/domain/rules/finding';
import type { EventAnswers } from './answers.js';
import { templateOf, type TemplateId } from './templates.js';

export interface AnswerFault {
  code: string;
  /** Path in the answers, e.g. `attachments[0].kind`. */
  field: string;
  message: Text;
}

export interface TakenNames {
  /** Of event types, processes that run, and drafts of new types. */
  ids: ReadonlySet<string>;
  ticketLetters: ReadonlySet<string>;
}

/** Folders of `processes/`, words of our addresses, and what the templates' model and the shared tables call their own. */
const RESERVED = [
  ...['dist', 'draft', 'drafts', 'engine', 'event-templates', 'new', 'shared', 'src', 'test'],
  ...['cancellation', 'cancelled', 'collaboration', 'completed', 'conflict', 'definitions', 'diagram'],
  ...['expired', 'fix', 'issue', 'lanes', 'plane', 'pool', 'register', 'rejected', 'remind', 'reminded'],
  ...['reported', 'review', 'special', 'tell', 'validate', 'withdrawn'],
  ...['common', 'common-rules', 'documents', 'dukcapil', 'identity'],
];
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const SHORTEST_ID = 3;
const LONGEST_ID = 40;

export function answerFaults(template: TemplateId, answers: EventAnswers, taken: TakenNames): AnswerFault[] {
  const { id, names, description, letter, law } = answers;
  const faults = [
    ...idFaults(id, taken.ids),
    ...ticketLetterFaults(answers.ticketLetter, taken.ticketLetters),
    ...textFaults('names', names),
    ...textFaults('description', description),
    ...reporterFaults(template, answers),
    ...attachmentFaults(answers),
    ...(letter ? textFaults('letter.names', letter.names) : []),
    ...sentenceFaults('law.basis', law.basis),
  ];
  if (!letter && templateOf(template).needsLetter)
    faults.push(
      fault('REQUIRED', 'letter', {
        id: 'Templat ini menerbitkan surat; tulis nama suratnya',
        en: 'This template issues a letter; say what it is called',
      }),
    );
  if (!isDate(law.since))
    faults.push(
      fault('WRONG_FORMAT', 'law.since', {
        id: 'Tulis sejak kapan dasar hukum berlaku',
        en: 'Say since when the law holds',
      }),
    );
  return faults;
}

function idFaults(id: string, taken: ReadonlySet<string>): AnswerFault[] {
  if (!ID.test(id) || id.length < SHORTEST_ID || id.length > LONGEST_ID)
    return [
      fault('WRONG_FORMAT', 'id', {
        id: `Pakai ${SHORTEST_ID} sampai ${LONGEST_ID} huruf kecil dan angka, kata dipisah tanda hubung, misalnya surat-domisili`,
        en: `Use ${SHORTEST_ID} to ${LONGEST_ID} small letters and digits, words joined by hyphens, such as surat-domisili`,
      }),
    ];
  if (RESERVED.includes(id))
    return [
      fault('RESERVED', 'id', {
        id: `"${id}" dipakai aplikasi sendiri; pilih yang lain`,
        en: `"${id}" is used by the product itself; choose another`,
      }),
    ];
  if (taken.has(id))
    return [
      fault('TAKEN', 'id', {
        id: `"${id}" sudah dipakai jenis laporan atau draf lain`,
        en: `"${id}" is another report type or draft`,
      }),
    ];
  return [];
}

function ticketLetterFaults(letter: string, taken: ReadonlySet<string>): AnswerFault[] {
  if (!/^[A-Z]$/.test(letter))
    return [
      fault('WRONG_FORMAT', 'ticketLetter', {
        id: 'Pilih satu huruf kapital, A sampai Z',
        en: 'Choose one capital letter, A to Z',
      }),
    ];
  if (taken.has(letter))
    return [
      fault('TAKEN', 'ticketLetter', {
        id: `Huruf tiket ${letter} sudah dipakai jenis laporan atau draf lain`,
        en: `The ticket letter ${letter} is that of another report type or draft`,
      }),
    ];
  return [];
}

function reporterFaults(template: TemplateId, { reportedBy }: EventAnswers): AnswerFault[] {
  const { reporters } = templateOf(template);
  if (reportedBy.length === 0)
    return [
      fault('REQUIRED', 'reportedBy', {
        id: 'Pilih setidaknya satu pelapor',
        en: 'Choose at least one who may report',
      }),
    ];
  const foreign = reportedBy.filter((role) => !reporters.includes(role));
  return foreign.map((role) =>
    fault('NOT_ALLOWED', 'reportedBy', {
      id: `Templat ini tidak untuk pelapor "${role}"`,
      en: `This template is not for "${role}"`,
    }),
  );
}

function attachmentFaults({ attachments }: EventAnswers): AnswerFault[] {
  const kinds = attachments.map(({ kind }) => kind);
  return attachments.flatMap(({ kind, names }, index) => {
    const at = `attachments[${index}]`;
    const faults = textFaults(`${at}.names`, names);
    if (!ID.test(kind))
      faults.unshift(
        fault('WRONG_FORMAT', `${at}.kind`, {
          id: 'Pakai huruf kecil dan angka, kata dipisah tanda hubung, misalnya pengantar-rt',
          en: 'Use small letters and digits, words joined by hyphens, such as pengantar-rt',
        }),
      );
    else if (kinds.indexOf(kind) < index)
      faults.unshift(
        fault('DUPLICATE', `${at}.kind`, {
          id: `Jenis lampiran "${kind}" sudah ada`,
          en: `There is an attachment of kind "${kind}" already`,
        }),
      );
    return faults;
  });
}

function textFaults(field: string, { id, en }: Text): AnswerFault[] {
  return [...sentenceFaults(`${field}.id`, id), ...sentenceFaults(`${field}.en`, en)];
}

/** They stand in expressions, tables and models later: what would mean something there is refused. */
const MEANS_SOMETHING = /["\\{}<>|\p{Cc}]/u;

function sentenceFaults(field: string, text: string): AnswerFault[] {
  if (text.trim() === '') return [fault('REQUIRED', field, { id: 'Wajib diisi', en: 'Required' })];
  if (MEANS_SOMETHING.test(text))
    return [
      fault('NOT_ALLOWED', field, {
        id: 'Jangan pakai tanda " \\ { } < > | atau baris baru',
        en: 'Do not use " \\ { } < > | or line breaks',
      }),
    ];
  return /\d{16}/.test(text)
    ? [fault('NOT_ALLOWED', field, { id: 'Jangan tulis NIK di sini', en: 'Do not write a NIK here' })]
    : [];
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);
}

function fault(code: string, field: string, message: Text): AnswerFault {
  return { code, field, message };
}
