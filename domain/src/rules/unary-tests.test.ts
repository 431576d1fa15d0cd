import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { describe, expect, it } from 'vitest';
import { compileUnaryTests, literalValue, type Scalar } from './unary-tests.js';

// Types are not mixed: feelin answers `< 1` of false with true where FEEL does not compare them.
const number = fc.integer({ min: -5, max: 5 });
const string = fc.constantFrom('a', 'b c', 'x, y', 'q"q', 'not(1)', '');
const quoted = string.map((text) => `"${text.replaceAll('"', '\\"')}"`);
const operator = fc.constantFrom('<', '<=', '>', '>=');
// Low before high: a range that runs backwards is nothing in FEEL, yet feelin turns it round.
const range = fc
  .tuple(
    fc.constantFrom('[', '(', ']'),
    fc.integer({ min: -5, max: 0 }),
    fc.nat(5),
    fc.constantFrom(']', ')', '['),
  )
  .map(([open, low, size, close]) => `${open}${low}..${low + size + 1}${close}`);

function cells(literal: fc.Arbitrary<string>, others: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const limit = fc.tuple(operator, literal).map(([sign, value]) => `${sign} ${value}`);
  const one = fc.oneof(literal, fc.constant('null'), limit, ...others);
  const literals = fc.array(fc.oneof(literal, fc.constant('null')), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.array(one, { minLength: 1, maxLength: 3 }).map((tests) => tests.join(', ')),
    literals.map((values) => `not(${values.join(', ')})`),
    fc.constant('-'),
  );
}

const cases: fc.Arbitrary<[string, Scalar]> = fc.oneof(
  fc.tuple(cells(number.map(String), [range]), fc.option(number)),
  fc.tuple(cells(quoted, []), fc.option(string)),
  fc.tuple(
    fc.constantFrom('true', 'false', 'true, false', 'not(true)', 'not(false, null)'),
    fc.option(fc.boolean()),
  ),
);

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
const dateRange = fc
  .tuple(day, day)
  .filter(([low, high]) => low < high)
  .map(([low, high]) => `[date("${low}")..date("${high}")]`);
const dateCells = cells(
  day.map((text) => `date("${text}")`),
  [dateRange],
);

describe('compiled unary tests', () => {
  it('of dates answer as feelin does, with the ISO text for the date', () => {
    fc.assert(
      fc.property(dateCells, fc.option(day), (text, input) => {
        const asDate: unknown = input === null ? null : evaluate(`date("${input}")`).value;
        const expected = unaryTest(text, { '?': asDate }).value === true;
        expect(compileUnaryTests(text)!(input), `${text} of ${input}`).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('answer as feelin does', () => {
    fc.assert(
      fc.property(cases, ([text, input]) => {
        const compiled = compileUnaryTests(text);
        expect(compiled, text).not.toBeNull();
        const expected = unaryTest(text, { '?': input }).value === true;
        expect(compiled!(input), `${text} of ${JSON.stringify(input)}`).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('do not match what cannot be compared', () => {
    expect(compileUnaryTests('< 1')!(false)).toBe(false);
    expect(compileUnaryTests('[0..5]')!('3')).toBe(false);
    expect(compileUnaryTests('"a"')!(1)).toBe(false);
  });

  it.each(['count(?) > 1', '> limit', 'date(limit)', 'a', '1 + 1', '["a".."b"]', '"open', 'not(< 5)'])(
    'leave %s to feelin',
    (text) => {
      expect(compileUnaryTests(text)).toBeNull();
    },
  );

  it('read string escapes', () => {
    expect(literalValue('"a\\"b\\n\\u00e9"')).toBe('a"b\né');
    expect(literalValue('abc')).toBeUndefined();
  });
});
