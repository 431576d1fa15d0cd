/** Writes the answers in place of the words that stand for them in the files of a template. */
import type { EventAnswers } from './answers.js';

/** How a text must be written in a file of this kind. */
const escapes: Record<string, (text: string) => string> = {
  bpmn: escapeXml,
  dmn: escapeXml,
  form: (text) => JSON.stringify(text).slice(1, -1),
  md: (text) => text,
};

export const isFilledIn = (name: string): boolean => kindOf(name) in escapes;

export function fillIn(name: string, content: string, answers: EventAnswers): string {
  const escape = escapes[kindOf(name)]!;
  const { id, ticketLetter, names, description, law } = answers;
  const words: Record<string, string> = {
    'template-id': id,
    'Nama jenis laporan': names.id,
    'Name of the report type': names.en,
    'Uraian jenis laporan': description.id,
    'Description of the report type': description.en,
    'Dasar hukum templat': law.basis,
    '2001-01-01': law.since,
    // Two letters: codes of one letter are those of the register's own rules.
    XX0: `${ticketLetter}${ticketLetter}0`,
  };
  // In one go: an answer that holds such a word is not filled in again.
  const wanted = new RegExp(Object.keys(words).join('|'), 'g');
  return content.replace(wanted, (word) => escape(words[word]!));
}

function kindOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!);
}
