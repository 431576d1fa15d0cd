/**
 * Sealing with a key that only a PIN makes: PBKDF2 (SHA-256) to AES-GCM of 256 bits. Neither the PIN nor the key is kept anywhere; the key
 * lives in the memory of one window and cannot be read out of it.
 *
 * What six digits protect against: whoever opens this browser or reads its storage by hand. Who copies the storage and tries all
 * million PINs on a graphics card is through in minutes; only a longer PIN and an encrypted disk help there.
 */

/** OWASP's least for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ITERATIONS = 600_000;
const SALT_BYTES = 16;
/** NIST SP 800-38D: 96 bits, random; far fewer than 2^32 seals are made with one key. */
const NONCE_BYTES = 12;

export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

export async function keyOf(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations = ITERATIONS,
): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** `place` (which store, which entry) is bound to it: what is put in another place does not open. */
export async function seal(key: CryptoKey, value: unknown, place: string): Promise<Sealed> {
  return sealBytes(key, new TextEncoder().encode(JSON.stringify(value)), place);
}

/** Null when the key is another one, or when it was changed or put in another place. */
export async function unseal<Value>(key: CryptoKey, sealed: Sealed, place: string): Promise<Value | null> {
  const text = await unsealBytes(key, sealed, place);
  return text && (JSON.parse(new TextDecoder().decode(text)) as Value);
}

export async function sealBytes(key: CryptoKey, content: BufferSource, place: string): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const bytes = await crypto.subtle.encrypt(cipherOf(nonce, place), key, content);
  return { nonce, bytes: new Uint8Array(bytes) };
}

export async function unsealBytes(
  key: CryptoKey,
  sealed: Sealed,
  place: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(cipherOf(sealed.nonce, place), key, sealed.bytes));
  } catch {
    return null;
  }
}

function cipherOf(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}
