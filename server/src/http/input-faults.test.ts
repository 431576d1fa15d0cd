import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Problem } from './problem.js';
import { parseInput } from './input-faults.js';

const schema = z.strictObject({
  child: z.object({ name: z.string().max(5), sex: z.union([z.literal(1), z.literal(2)]) }),
  movers: z.array(
    z.object({ nik: z.string().regex(/^\d{16}$/, 'NIK harus 16 digit | NIK must be 16 digits') }),
  ),
});

function faultsOf(value: unknown) {
  try {
    parseInput(schema, value, 'data');
  } catch (error) {
    return (error as Problem).errors!;
  }
  throw new Error('was accepted');
}

describe('input faults', () => {
  it('name the path, a stable code and both languages', () => {
    const faults = faultsOf({ child: { name: 'far too long', sex: 1 }, movers: [{ nik: '12' }] });
    expect(faults.map(({ code, field }) => ({ code, field }))).toEqual([
      { code: 'TOO_LONG', field: 'data.child.name' },
      { code: 'WRONG_FORMAT', field: 'data.movers[0].nik' },
    ]);
    expect(faults[0]!.message.id).not.toBe(faults[0]!.message.en);
    expect(faults[1]!.message).toEqual({ id: 'NIK harus 16 digit', en: 'NIK must be 16 digits' });
  });

  it('tell a missing value from one of a wrong type, and never repeat the value', () => {
    const faults = faultsOf({ child: { sex: 1, name: 3273010101019001 }, movers: 'x', extra: true });
    expect(faults.map((fault) => `${fault.code} ${fault.field}`)).toEqual([
      'WRONG_TYPE data.child.name',
      'WRONG_TYPE data.movers',
      'UNKNOWN_FIELD data',
    ]);
    expect(JSON.stringify(faults)).not.toContain('3273010101019001');
    expect(faultsOf({})[0]).toMatchObject({ code: 'REQUIRED', field: 'data.child' });
  });
});
