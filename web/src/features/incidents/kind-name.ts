import type { Spoken } from '../../i18n/dictionary.js';
import type { incidentWords } from './words.js';

const KINDS = [
  'failedWork',
  'failedJob',
  'outbox-poison',
  'unmatched-message',
  'decision-overtaken',
] as const;

/** An engine may know kinds that have no word here: they stand as they are. */
export function kindName(words: Spoken<typeof incidentWords>, kind: string): string {
  const known = KINDS.find((one) => one === kind);
  return known ? words[known] : kind;
}
