import { describe, expect, it } from 'vitest';
import { holds, isPortable, type Value } from './portable-expression.js';

const known: Record<string, Value> = {
  hasErrors: true,
  late: false,
  outcome: 'approve',
  times: 8,
  nobody: null,
};
const read = (name: string) => known[name];

describe('an expression of a model', () => {
  it.each([
    ['${hasErrors}', true],
    ['${!hasErrors}', false],
    ["${outcome == 'approve'}", true],
    ["${outcome != 'approve'}", false],
    ['${times >= 8}', true],
    ['${times < 8}', false],
    ['${nobody > 1}', false],
    ['${late == false}', true],
    ['${outcome == outcome}', true],
    ["${late || outcome == 'approve' && hasErrors}", true],
    ["${late && hasErrors || outcome == 'reject'}", false],
    ["${outcome == 'a || b'}", false],
  ])('%s holds: %s', (text, expected) => {
    expect(isPortable(text)).toBe(true);
    expect(holds(text, read)).toBe(expected);
  });

  it('hangs on what is not known only as far as that can change it', () => {
    expect(holds('${who}', read)).toBeUndefined();
    expect(holds("${who == 'me'}", read)).toBeUndefined();
    expect(holds('${times > most}', read)).toBeUndefined();
    expect(holds('${who || hasErrors}', read)).toBe(true);
    expect(holds('${who && late}', read)).toBe(false);
    expect(holds('${who && hasErrors}', read)).toBeUndefined();
  });

  it.each(['${a.b}', '${execution.id()}', '#{hasErrors}', 'hasErrors', '${a + 1 > 2}', '${a == "x"}'])(
    'is not portable as %s',
    (text) => {
      expect(isPortable(text)).toBe(false);
      expect(() => holds(text, read)).toThrow('not a portable expression');
    },
  );
});
