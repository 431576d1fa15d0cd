/** The office's Ed25519 key that signs issued documents (RFC 8032). PAdES with a certificate is a later step behind this shape. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataSource } from 'typeorm';

export interface OfficeKey {
  keyId: string;
  publicKeyPem: string;
  /** base64url signature over the bytes. */
  sign(content: Buffer): string;
}

/** Reads the PKCS#8 PEM at `path`; makes one (mode 0600) when there is none, which only a new installation may. */
export function loadOfficeKey(path: string): OfficeKey {
  const privateKey = readOrCreate(path);
  const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return {
    keyId: createHash('sha256').update(publicKeyPem).digest('hex').slice(0, 16),
    publicKeyPem,
    sign: (content) => sign(null, content, privateKey).toString('base64url'),
  };
}

function readOrCreate(path: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx`: of two workers that start at once, one key wins and both use it.
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    return privateKey;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return createPrivateKey(readFileSync(path));
    throw error;
  }
}

/** Publishes the public half, so that documents stay verifiable after the key is changed. */
export async function publishOfficeKey(dataSource: DataSource, key: OfficeKey): Promise<void> {
  await dataSource.query(
    `insert into registry.office_key (key_id, public_key) values ($1, $2) on conflict (key_id) do nothing`,
    [key.keyId, key.publicKeyPem],
  );
}
