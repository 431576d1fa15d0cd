import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadOfficeKey } from './office-key.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes a private file once and signs verifiably with it ever after', () => {
  const path = join(folder, 'new', 'office-key.pem');
  const first = loadOfficeKey(path);
  const second = loadOfficeKey(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(second.keyId).toBe(first.keyId);
  const content = Buffer.from('kutipan akta');
  const signature = Buffer.from(second.sign(content), 'base64url');
  expect(verify(null, content, createPublicKey(first.publicKeyPem), signature)).toBe(true);
  expect(verify(null, Buffer.from('kutipan akta!'), createPublicKey(first.publicKeyPem), signature)).toBe(
    false,
  );
});
