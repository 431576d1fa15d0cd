import { createHash, timingSafeEqual } from 'node:crypto';

/** Hex. A plain hash is enough: the secret is 256 random bits, nothing that could be guessed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isSecretOf(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'));
}
