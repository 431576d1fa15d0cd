import { createHash, createPublicKey, verify } from 'node:crypto';
import type { IssuedDocument } from '@lampid/db/registry/issued-documents';

/** True when the content is what the office signed at issuing. */
export function contentVerifies({
  content,
  sha256,
  signature,
  publicKey,
}: Pick<IssuedDocument, 'content' | 'sha256' | 'signature' | 'publicKey'>): boolean {
  if (createHash('sha256').update(content).digest('hex') !== sha256) return false;
  return verify(null, content, createPublicKey(publicKey), Buffer.from(signature, 'base64url'));
}
