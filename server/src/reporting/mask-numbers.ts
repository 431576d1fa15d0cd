import { maskNumber } from '@lampid/domain/masking';

const IDENTITY_NUMBER = /^\d{16}$/;

/** A copy in which every NIK and KK number, wherever it stands, reads `3273********0001`. */
export function maskNumbers(value: unknown): unknown {
  if (typeof value === 'string') return IDENTITY_NUMBER.test(value) ? maskNumber(value) : value;
  if (Array.isArray(value)) return value.map(maskNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskNumbers(member)]));
}
