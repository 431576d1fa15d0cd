import { AREA_LEVELS, STAFF_ROLES } from '@lampid/domain/roles';
import { inputFault, type InputFault } from '../../http/problem.js';
import { z } from '../../http/zod.js';

const unit = z
  .string()
  .regex(/^\d{1,3}$/)
  .nullable()
  .default(null);

export const userFields = {
  name: z.string().trim().min(2).max(200),
  email: z.email().max(200).nullable().default(null),
  role: z.enum(STAFF_ROLES),
  areaCode: z.string().max(13),
  /** Of a head of RT (both) or RW (`rw` only). */
  rt: unit,
  rw: unit,
};

export type UserBody = z.output<z.ZodObject<typeof userFields>>;

const LEVEL_NAMES: Record<number, { id: string; en: string }> = {
  2: { id: 'kota', en: 'city' },
  3: { id: 'kecamatan', en: 'kecamatan' },
  4: { id: 'kelurahan', en: 'kelurahan' },
};

/** A role without its kind of area would see nothing, or too much. */
export function areaFaults({ role, areaCode, rt, rw }: UserBody): InputFault[] {
  const faults: InputFault[] = [];
  if (areaCode.split('.').length !== AREA_LEVELS[role]) {
    const { id, en } = LEVEL_NAMES[AREA_LEVELS[role]]!;
    faults.push(
      inputFault('WRONG_AREA', 'areaCode', {
        id: `Peran ini memerlukan satu ${id}`,
        en: `This role needs one ${en}`,
      }),
    );
  }
  if (role === 'rtrw' && rw === null)
    faults.push(inputFault('REQUIRED', 'rw', { id: 'RW wajib diisi', en: 'The RW is required' }));
  if (role !== 'rtrw' && (rt !== null || rw !== null))
    faults.push(
      inputFault('NOT_ALLOWED', 'rw', {
        id: 'RT/RW hanya untuk ketua RT/RW',
        en: 'RT/RW are for their heads only',
      }),
    );
  return faults;
}
