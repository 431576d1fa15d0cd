import { expect, it } from 'vitest';
import { ITERATIONS, keyOf, newSalt, seal, unseal } from './seal.js';

it('opens with the PIN that closed it, and with no other', async () => {
  const salt = newSalt();
  const sealed = await seal(await keyOf('271828', salt), { nik: '3273024101909001' }, 'here');
  expect(await unseal(await keyOf('271828', salt), sealed, 'here')).toEqual({ nik: '3273024101909001' });
  expect(await unseal(await keyOf('271829', salt), sealed, 'here')).toBeNull();
  expect(await unseal(await keyOf('271828', newSalt()), sealed, 'here')).toBeNull();
});

it('shows nothing of what is inside, not even that two are the same', async () => {
  const key = await keyOf('271828', newSalt());
  const [one, two] = [await seal(key, 'Anak Contoh', 'here'), await seal(key, 'Anak Contoh', 'here')];
  expect(new TextDecoder().decode(one.bytes)).not.toContain('Contoh');
  expect(one.bytes).not.toEqual(two.bytes);
});

it('does not open once it is changed, or put in another place', async () => {
  const key = await keyOf('271828', newSalt());
  const sealed = await seal(key, { a: 1 }, 'here');
  expect(await unseal(key, sealed, 'there')).toBeNull();
  sealed.bytes[0]! ^= 1;
  expect(await unseal(key, sealed, 'here')).toBeNull();
});

it('makes a key that cannot be read out, in no fewer rounds than OWASP asks for', async () => {
  const key = await keyOf('271828', newSalt());
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
});
