import { describe, expect, it } from 'vitest';
import { fitToSchema } from './fit-to-schema.js';

const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const person = {
  type: 'object',
  properties: { nik: { type: 'string' }, name: { type: 'string' } },
  required: ['nik'],
};
const schema = {
  type: 'object',
  properties: {
    mother: nullable(person),
    note: { type: 'string' },
    phone: nullable({ type: 'string' }),
    movers: { type: 'array', items: person },
  },
  required: ['mother', 'note'],
};

describe('fitToSchema', () => {
  it('sends null where the contract wants an absent person', () => {
    expect(fitToSchema({ mother: { nik: '', name: '' }, note: 'x' }, schema)).toEqual({
      mother: null,
      note: 'x',
    });
    expect(fitToSchema({ note: 'x' }, schema)).toEqual({ mother: null, note: 'x' });
  });

  it('keeps what is there, and leaves a missing required text for the API to refuse', () => {
    expect(fitToSchema({ mother: { nik: '1', name: '' }, note: '' }, schema)).toEqual({
      mother: { nik: '1', name: '' },
      note: '',
    });
  });

  it('turns empty optional texts into null and drops empty rows', () => {
    expect(
      fitToSchema({ mother: null, note: 'x', phone: '', movers: [{ nik: '1' }, { nik: '' }] }, schema),
    ).toEqual({
      mother: null,
      note: 'x',
      phone: null,
      movers: [{ nik: '1' }],
    });
  });

  it('follows references', () => {
    const referring = {
      type: 'object',
      properties: { p: { $ref: '#/$defs/p' } },
      required: ['p'],
      $defs: { p: nullable(person) },
    };
    expect(fitToSchema({ p: { nik: '' } }, referring)).toEqual({ p: null });
  });
});
