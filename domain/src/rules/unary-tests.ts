/**
 * The part of FEEL unary tests that our tables are made of, compiled once to a function: literals (number, string, true,
 * false, null, `date("...")`), comparisons, ranges, comma lists, `not(literal, ...)` and `-`. feelin parses on every evaluation (about 0.3 ms), so a
 * table of a hundred rules would cost 30 ms a report; what is outside this part is left to feelin, and a property test
 * holds the two to the same answers. A value that cannot be compared does not match.
 */
export type Scalar = string | number | boolean | null;
export type UnaryTest = (value: Scalar) => boolean;

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
/** Calendar dates are their ISO text here, which orders as they do. */
const DATE = String.raw`date\(\s*"\d{4}-\d{2}-\d{2}"\s*\)`;
const LITERAL = `${STRING}|${NUMBER}|${DATE}|true|false|null`;
const literalForm = new RegExp(`^(?:${LITERAL})$`);
const comparisonForm = new RegExp(`^(<=|>=|<|>)\\s*(${STRING}|${NUMBER}|${DATE})$`);
const rangeForm = new RegExp(
  `^([\\[\\](])\\s*(${NUMBER}|${DATE})\\s*\\.\\.\\s*(${NUMBER}|${DATE})\\s*([\\])\\[])$`,
);

/** Value of a FEEL literal, `undefined` when the text is none. */
export function literalValue(text: string): Scalar | undefined {
  const trimmed = text.trim();
  if (!literalForm.test(trimmed)) return undefined;
  if (trimmed === 'null') return null;
  if (trimmed === 'true') return true;
  if (trimmed === 'false') return false;
  if (trimmed.startsWith('date')) return /"(.*)"/.exec(trimmed)![1]!;
  return trimmed.startsWith('"') ? unescapeString(trimmed.slice(1, -1)) : Number(trimmed);
}

/** FEEL string escapes: `\"`, `\\`, `\n`, `\t`, `\r` and `\uXXXX`. */
function unescapeString(text: string): string {
  const named: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_, hex: string | undefined, char: string | undefined) =>
      hex === undefined ? (named[char!] ?? char!) : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The compiled test, or null when the text is outside this part of FEEL. */
export function compileUnaryTests(text: string): UnaryTest | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-') return () => true;
  const negated = /^not\s*\(([\s\S]*)\)$/.exec(trimmed);
  if (negated) {
    const excluded = splitList(negated[1]!).map(literalValue);
    return excluded.includes(undefined) ? null : (value) => !excluded.includes(value);
  }
  return compileAny(trimmed);
}

/** Comma-separated tests: true when any is. */
function compileAny(text: string): UnaryTest | null {
  const parts = splitList(text);
  const tests = parts.map(compileOne);
  if (tests.some((test) => test === null)) return null;
  const all = tests as UnaryTest[];
  if (all.length === 1) return all[0]!;
  return (value) => all.some((test) => test(value));
}

function splitList(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function compileOne(text: string): UnaryTest | null {
  const trimmed = text.trim();
  const literal = literalValue(trimmed);
  if (literal !== undefined) return equals(literal);
  const comparison = comparisonForm.exec(trimmed);
  if (comparison) return compare(comparison[1]!, literalValue(comparison[2]!) as string | number);
  const range = rangeForm.exec(trimmed);
  if (!range) return null;
  const [, open, low, high, close] = range;
  const limit = (text: string | undefined) => literalValue(text!) as string | number;
  const lower = compare(open === '[' ? '>=' : '>', limit(low));
  const upper = compare(close === ']' ? '<=' : '<', limit(high));
  return (value) => lower(value) && upper(value);
}

function equals(expected: Scalar): UnaryTest {
  return (value) => value === expected;
}

function compare(operator: string, limit: string | number): UnaryTest {
  const holds: Record<string, (value: string | number) => boolean> = {
    '<': (value) => value < limit,
    '<=': (value) => value <= limit,
    '>': (value) => value > limit,
    '>=': (value) => value >= limit,
  };
  const test = holds[operator]!;
  return (value) => typeof value === typeof limit && test(value as string | number);
}
