import { describe, expect, it } from 'vitest';
import { fromTypedVariables, toTypedVariables } from './typed-variables.js';

describe('typed variables', () => {
  it('names the engine type of each value', () => {
    const typed = toTypedVariables({ a: 'x', b: 1, c: 2 ** 31, d: -(2 ** 31), e: 0.5, f: false, g: null });
    const types = Object.fromEntries(Object.entries(typed).map(([name, { type }]) => [name, type]));
    expect(types).toEqual({
      a: 'String',
      b: 'Integer',
      c: 'Long',
      d: 'Long',
      e: 'Double',
      f: 'Boolean',
      g: 'Null',
    });
    expect(fromTypedVariables(typed)).toEqual({
      a: 'x',
      b: 1,
      c: 2 ** 31,
      d: -(2 ** 31),
      e: 0.5,
      f: false,
      g: null,
    });
  });

  it.each([
    ['a text beyond what a column holds', 'x'.repeat(4001)],
    ['a number beyond 2^53', 2 ** 60],
    ['no number', Number.NaN],
    ['an object that slipped past the types', { nik: 1 } as unknown as string],
  ])('refuses %s', (_, value) => {
    expect(() => toTypedVariables({ value })).toThrow(expect.objectContaining({ code: 'refused' }));
  });
});
