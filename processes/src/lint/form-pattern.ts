/**
 * A pattern that an analyst writes runs over what anybody types, in the server as well: one that could take for ever is refused. What
 * backtracks without end repeats a repetition or a choice; two long repetitions at most keep a long text to milliseconds.
 */
import type { Text } from '@lampid/domain/rules/finding';

const LONGEST_PATTERN = 200;
const MOST_LONG_REPETITIONS = 2;
/** A repetition of at most this many is short. */
const SHORT = 100;

/** Why this pattern of a field is refused, or null. */
export function refusePattern(pattern: unknown): Text | null {
  if (pattern === undefined || pattern === null || pattern === '') return null;
  if (typeof pattern !== 'string' || pattern.length > LONGEST_PATTERN || !compiles(pattern))
    return { id: 'Pola isian tidak dapat dibaca', en: 'The pattern of a field cannot be read' };
  if (!isQuick(pattern))
    return {
      id: `Pola ${pattern} dapat berjalan tanpa akhir: jangan ulangi pengulangan atau pilihan, dan batasi panjangnya, misalnya {1,40}`,
      en: `The pattern ${pattern} can run without end: repeat no repetition and no choice, and bound them, such as {1,40}`,
    };
  return null;
}

/** As the server and form-js make it. */
function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(`^(?:${pattern})$`));
  } catch {
    return false;
  }
}

const TOKEN =
  /\\k<|\\[1-9]|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||[*+]|\{(\d+)(,?)(\d*)\}|./gsu;

function isQuick(pattern: string): boolean {
  /** Whether each open group holds a repetition or a choice. */
  const groups = [false];
  let closed: boolean | null = null;
  let long = 0;
  for (const [token, least, comma, most] of pattern.matchAll(TOKEN)) {
    const before = closed;
    closed = null;
    if (/^\\(k<|[1-9])/.test(token)) return false;
    if (token.startsWith('(')) groups.push(false);
    else if (token === '|') groups[groups.length - 1] = true;
    else if (token === ')') {
      closed = groups.pop()!;
      groups[groups.length - 1] ||= closed;
    } else if (/^([*+]|\{\d)/.test(token) && token !== '{1}') {
      if (before) return false;
      const top = most || (comma ? undefined : least);
      if (top === undefined || Number(top) > SHORT) long += 1;
      // Exactly so many are no choice.
      if (!least || comma) groups[groups.length - 1] = true;
    }
  }
  return long <= MOST_LONG_REPETITIONS;
}
