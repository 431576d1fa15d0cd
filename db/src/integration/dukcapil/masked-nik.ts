import { maskNumber } from '@lampid/domain/masking';
import { createHmac, randomBytes } from 'node:crypto';

const processPepper = randomBytes(32).toString('hex');

/**
 * How a NIK may appear in a log: `3273********0001#1f0c9a2b`. The short hash tells two people with the same mask apart;
 * it is keyed, because twelve of sixteen digits can be guessed. Without a `pepper` hashes compare within one process only.
 */
export function maskedNik(nik: string, pepper: string = processPepper): string {
  return `${maskNumber(nik)}#${nikHash(nik, pepper).slice(0, 8)}`;
}

/** Keyed sha-256 (hex) of a NIK. */
export function nikHash(nik: string, pepper: string = processPepper): string {
  return createHmac('sha256', pepper).update(nik).digest('hex');
}

/** Foreign text made safe for a log or an error: every run of 16 digits loses its middle. */
export function withoutNik(text: string): string {
  return text.replace(/\d{16}/g, maskNumber);
}
