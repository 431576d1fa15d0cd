import { describe, expect, it } from 'vitest';
import type { FormSchema } from '../modeling/definitions.js';
import { extraFaults, extraFields } from './check-extra.js';

const form: FormSchema = {
  id: 'birth-report',
  components: [
    { key: 'child.name', type: 'textfield', label: 'Nama', validate: { required: true } },
    {
      type: 'group',
      path: 'extra',
      components: [
        { key: 'clinic', type: 'textfield', label: 'Klinik', validate: { required: true, maxLength: 10 } },
        { key: 'visits', type: 'number', label: 'Kunjungan', validate: { min: 0, max: 20 } },
      ],
    },
    { key: 'extra.blood', type: 'select', label: 'Darah', values: [{ value: 'A' }, { value: 'B' }] },
    { key: 'extra.agreed', type: 'checkbox', label: 'Setuju' },
    { key: 'extra.code', type: 'textfield', label: 'Kode', validate: { pattern: '[A-Z]{2}\\d' } },
  ],
};
const fields = extraFields(form);
const faults = (extra: Record<string, unknown>) =>
  extraFaults(fields, extra).map(({ code, field }) => `${code} ${field}`);

describe('fields that an analyst added to the form', () => {
  it('are those whose place is under extra, also in groups', () => {
    expect(fields.map(({ key }) => key)).toEqual([
      'extra.clinic',
      'extra.visits',
      'extra.blood',
      'extra.agreed',
      'extra.code',
    ]);
  });

  it('accept what the form accepts', () => {
    expect(faults({ clinic: 'Melati', visits: 3, blood: 'A', agreed: true, code: 'AB1' })).toEqual([]);
    expect(faults({ clinic: 'Melati', visits: null, blood: '' })).toEqual([]);
  });

  it('refuse what it refuses, and what it does not have', () => {
    expect(faults({})).toEqual(['REQUIRED data.extra.clinic']);
    expect(
      faults({ clinic: 'x'.repeat(11), visits: 21, blood: 'O', agreed: 'yes', code: 'ab1', shoe: 42 }),
    ).toEqual([
      'UNKNOWN_FIELD data.extra.shoe',
      'TOO_LONG data.extra.clinic',
      'TOO_BIG data.extra.visits',
      'NOT_ALLOWED data.extra.blood',
      'WRONG_TYPE data.extra.agreed',
      'WRONG_FORMAT data.extra.code',
    ]);
    expect(faults({ clinic: { deep: true }, visits: 'many' })).toEqual([
      'WRONG_TYPE data.extra.clinic',
      'WRONG_TYPE data.extra.visits',
    ]);
  });
});
