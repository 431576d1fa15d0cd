/**
 * What JSON and addresses can say and no database keeps: the character NUL, half a pair of a letter, and nesting without end. It is the
 * sender's fault, and told before anything is done with it.
 */
import { inputFault, type InputFault } from './problem.js';

/** Deeper than any form or report of ours. */
const DEEPEST = 60;

/** The first such fault of this value, or null. @param place path of the value, e.g. `data` */
export function unstorable(value: unknown, place = ''): InputFault | null {
  const waiting: { value: unknown; place: string; depth: number }[] = [{ value, place, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: part, place: where, depth } = next;
    if (typeof part === 'string' && !isText(part)) return noText(where);
    if (typeof part !== 'object' || part === null) continue;
    if (depth >= DEEPEST) return tooDeep(place);
    for (const [key, member] of Object.entries(part)) {
      if (!isText(key)) return noText(where);
      const inside = Array.isArray(part) ? `${where}[${key}]` : where ? `${where}.${key}` : key;
      waiting.push({ value: member, place: inside, depth: depth + 1 });
    }
  }
  return null;
}

function isText(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

function noText(place: string): InputFault {
  return inputFault('NO_TEXT', place || null, {
    id: 'Memuat karakter yang bukan huruf',
    en: 'Holds a character that is no text',
  });
}

function tooDeep(place: string): InputFault {
  return inputFault('TOO_DEEP', place || null, {
    id: 'Isian bertingkat terlalu dalam',
    en: 'The value is nested too deeply',
  });
}
