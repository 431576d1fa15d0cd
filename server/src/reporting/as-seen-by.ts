import { maskNumber } from '@lampid/domain/masking';
import { seesFullData, type Caller } from '../identity/authorize.js';

const IDENTITY_NUMBER = /^\d{16}$/;

/** What belongs to a case as this caller may read it: every NIK and KK number, wherever it stands, whole or as `3273********0001`. */
export function asSeenBy<Value>(caller: Pick<Caller, 'role'>, value: Value): Value {
  return seesFullData(caller) ? value : (masked(value) as Value);
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return IDENTITY_NUMBER.test(value) ? maskNumber(value) : value;
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, masked(member)]));
}
