import { expect, it } from 'vitest';
import { hashFile } from './hash-file.js';

it('is the SHA-256 of the bytes (FIPS 180, "abc")', async () => {
  expect(await hashFile(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
