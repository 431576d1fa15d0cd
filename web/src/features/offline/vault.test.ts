import { beforeEach, expect, it } from 'vitest';
import { MOST_ENTRIES, MOST_RECEIPTS } from './entries.js';
import { MemoryRecords } from './testing/memory-records.js';
import { drafted, officer, queued } from './testing/samples.js';
import { Vault, VaultFullError, vaultOf } from './vault.js';

let records: MemoryRecords;
let vault: Vault;
beforeEach(async () => {
  records = new MemoryRecords();
  vault = await Vault.create(records, { officer, pin: '271828' });
});

/** Everything the device holds, as somebody who reads it by hand sees it. */
async function onTheDevice(): Promise<string> {
  const [record] = await records.vaults();
  const entries = await records.entries(record!.id);
  const text = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) =>
      part instanceof Uint8Array ? new TextDecoder('latin1').decode(part) : part,
    );
  return text([record, entries]);
}

it('gives back in another window what was put in, to the right PIN only', async () => {
  await vault.put(drafted('d1'));
  await vault.put(queued('r1'));
  const [record] = await records.vaults();
  expect(await Vault.open(records, record!, '271829')).toBeNull();
  const again = await Vault.open(records, record!, '271828');
  expect(again?.officer).toEqual(officer);
  expect(await again?.entries()).toEqual([queued('r1'), drafted('d1')]);
});

it('leaves no name, no number, no PIN readable on the device', async () => {
  await vault.put(queued('r1'));
  const seen = await onTheDevice();
  expect(seen).toContain('"kind":"report"');
  for (const secret of ['Anak Contoh', '3273024101909001', '271828', officer.username, officer.name, 'birth'])
    expect(seen).not.toContain(secret);
});

it('is found by its officer, and names nobody to others', async () => {
  const found = await vaultOf(await records.vaults(), officer.username);
  expect(found?.id).toBe(vault.id);
  expect(await vaultOf(await records.vaults(), 'operator2.dago')).toBeNull();
});

it('has one entry for a report, from draft to receipt', async () => {
  await vault.put(drafted('r1'));
  await vault.put(queued('r1'));
  await vault.put({
    kind: 'receipt',
    id: 'r1',
    type: 'birth',
    ticket: 'LMP-1',
    at: '2026-11-27T03:00:00.000Z',
  });
  expect((await vault.entries()).map(({ kind }) => kind)).toEqual(['receipt']);
});

it('takes no more than it should, and says so; what is there can still change', async () => {
  for (let count = 0; count < MOST_ENTRIES; count++) await vault.put(drafted(`d${count}`));
  await expect(vault.put(queued('r1'))).rejects.toThrow(VaultFullError);
  await vault.put(queued('d1'));
  await vault.remove('d2');
  await vault.put(queued('r1'));
});

it('remembers the last receipts only', async () => {
  for (let count = 10; count < MOST_RECEIPTS + 13; count++)
    await vault.put({
      kind: 'receipt',
      id: `r${count}`,
      type: 'birth',
      ticket: null,
      at: `2026-11-27T03:00:${count}`,
    });
  const ids = (await vault.entries()).map(({ id }) => id);
  expect(ids).toHaveLength(MOST_RECEIPTS);
  expect(ids[0]).toBe('r13');
});
