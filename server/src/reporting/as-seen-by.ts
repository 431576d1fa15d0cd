import { maskNumber } from '@lampid/domain/masking';
import { seesFullData, type Caller } from '../identity/authorize.js';

/** Also inside of a sentence, but not in what is no number: a hash or an id. */
const IDENTITY_NUMBER = /(?<![0-9A-Za-z])\d{16}(?![0-9A-Za-z])/g;

/** What belongs to a case as this caller may read it: every NIK and KK number, wherever it stands, whole or as `3273********0001`. */
export function asSeenBy<Value>(caller: Pick<Caller, 'role'>, value: Value): Value {
  return seesFullData(caller) ? value : (masked(value) as Value);
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(IDENTITY_NUMBER, maskNumber);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, masked(member)]));
}
