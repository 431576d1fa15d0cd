/**
 * Content of an issued document, independent of its look: what is signed and kept. A page (PDF) is drawn from it.
 */
import type { Text } from '../rules/finding.js';

export interface DocumentContent {
  kind: string;
  title: Text;
  /** Number of the deed, card or letter. */
  number: string | null;
  /** `YYYY-MM-DD`. */
  issuedOn: string;
  /** City that issues, `PP.KK`. */
  city: string;
  sections: DocumentSection[];
  /** Articles the document rests on. */
  legalBasis: string;
  /** Whom it is about (a card: its head): shown masked to whoever verifies it. Absent in documents of before. */
  subject?: DocumentSubject | null;
  /** What the office's layout puts into sentences, by name. Absent: the rows are drawn as they stand. */
  facts?: Record<string, string | null>;
}

export interface DocumentSubject {
  name: string;
  nik: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
}

export type DocumentSection =
  | { heading: Text | null; rows: { label: Text; value: string }[] }
  | { heading: Text | null; columns: Text[]; lines: string[][] };

/** The bytes that are hashed and signed: JSON with keys in alphabetical order, no white space, UTF-8 (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
