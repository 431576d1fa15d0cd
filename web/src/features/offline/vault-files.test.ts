import { beforeEach, expect, it } from 'vitest';
import { MOST_FILE_BYTES, type KeptFile } from './entries.js';
import { MemoryRecords } from './testing/memory-records.js';
import { officer, queued } from './testing/samples.js';
import { FilesFullError } from './vault-files.js';
import { Vault } from './vault.js';

const content = new TextEncoder().encode('%PDF-1.4 surat kelahiran Anak Contoh %%EOF');
const file = (id: string, change: Partial<KeptFile> = {}): KeptFile => ({
  ...{ id, reportId: 'r1', name: 'surat Anak Contoh.pdf', mediaType: 'application/pdf' },
  ...{ bytes: content.length, isUploaded: false },
  ...change,
});

let records: MemoryRecords;
let vault: Vault;
beforeEach(async () => {
  records = new MemoryRecords();
  vault = await Vault.create(records, { officer, pin: '271828' });
});

it('gives back what was attached, and shows nobody else what it is', async () => {
  await vault.files.keep(file('a1'), content.buffer);
  expect(await vault.files.all()).toEqual([file('a1')]);
  expect(await vault.files.read('a1')).toEqual(content);
  const kept = [...(await records.files(vault.id)), await records.content(`${vault.id}/a1`)];
  const seen = JSON.stringify(kept, (_, part: unknown) =>
    part instanceof Uint8Array ? new TextDecoder('latin1').decode(part) : part,
  );
  expect(seen).toContain(`"bytes":${content.length}`);
  for (const secret of ['Anak Contoh', 'surat', '%PDF', 'r1']) expect(seen).not.toContain(secret);
});

it('takes no more together than a device should keep, and says how much is there', async () => {
  await vault.files.keep(file('a1', { bytes: MOST_FILE_BYTES - 10 }), content.buffer);
  const refused = vault.files.keep(file('a2', { bytes: 11 }), content.buffer);
  await expect(refused).rejects.toThrow(FilesFullError);
  await expect(refused).rejects.toMatchObject({ keptBytes: MOST_FILE_BYTES - 10 });
  expect(await vault.files.all()).toHaveLength(1);
  await vault.files.remove(['a1']);
  await vault.files.keep(file('a2', { bytes: 11 }), content.buffer);
});

it('keeps the content of an uploaded one until its report is sent, and leaves nothing of it then', async () => {
  await vault.put(queued('r1'));
  await vault.files.keep(file('a1'), content.buffer);
  await vault.files.keep(file('a2', { reportId: 'r2' }), content.buffer);
  await vault.files.uploaded(file('a1'));
  expect(await vault.files.all()).toEqual([file('a1', { isUploaded: true }), file('a2', { reportId: 'r2' })]);
  expect(await vault.files.read('a1')).toEqual(content);
  await vault.put({
    kind: 'receipt',
    id: 'r1',
    type: 'birth',
    ticket: 'LMP-1',
    at: '2026-11-27T03:00:00.000Z',
  });
  expect((await vault.files.all()).map(({ id }) => id)).toEqual(['a2']);
  expect(await records.content(`${vault.id}/a1`)).toBeUndefined();
});
