import { beforeEach, expect, it } from 'vitest';
import { VaultGoneError } from './records.js';
import { MemoryRecords } from './testing/memory-records.js';
import { drafted, officer, queued } from './testing/samples.js';
import { Vault, vaultOf } from './vault.js';

const [OLD, NEXT] = ['271828', '314159'];
const content = new TextEncoder().encode('%PDF-1.4 %%EOF');
const attached = {
  ...{ id: 'a1', reportId: 'r1', name: 'kk.pdf', mediaType: 'application/pdf' },
  ...{ bytes: content.length, isUploaded: true },
};

class InterruptedRecords extends MemoryRecords {
  /** What happens while everything is being sealed anew. */
  meanwhile: (() => Promise<unknown>) | null = null;

  override async replaceVault(...change: Parameters<MemoryRecords['replaceVault']>) {
    const interruption = this.meanwhile;
    this.meanwhile = null;
    await interruption?.();
    return super.replaceVault(...change);
  }
}

let records: InterruptedRecords;
let vault: Vault;
beforeEach(async () => {
  records = new InterruptedRecords();
  vault = await Vault.create(records, { officer, pin: OLD });
  await vault.put(queued('r1'));
  await vault.put(drafted('d2'));
  await vault.files.keep(attached, content.buffer);
});

async function opened(pin: string): Promise<Vault | null> {
  const vaults = await records.vaults();
  expect(vaults).toHaveLength(1);
  return Vault.open(records, (await vaultOf(vaults, officer.username))!, pin);
}

it('everything opens with the new PIN, and nothing with the old one', async () => {
  await vault.resealed(NEXT);
  expect(await opened(OLD)).toBeNull();
  const again = (await opened(NEXT))!;
  expect(await again.entries()).toEqual([queued('r1'), drafted('d2')]);
  expect(await again.files.all()).toEqual([attached]);
  expect(await again.files.read('a1')).toEqual(content);
});

it('cut off before the end, the old PIN stays and everything is there', async () => {
  records.meanwhile = () => Promise.reject(new Error('the window was closed'));
  await expect(vault.resealed(NEXT)).rejects.toThrow('closed');
  expect(await opened(NEXT)).toBeNull();
  const again = (await opened(OLD))!;
  expect(await again.entries()).toEqual([queued('r1'), drafted('d2')]);
  expect(await again.files.read('a1')).toEqual(content);
});

it('what another window keeps meanwhile comes along', async () => {
  records.meanwhile = async () => {
    const other = (await opened(OLD))!;
    await other.put(drafted('d3'));
    await other.remove('d2');
    await other.files.keep({ ...attached, id: 'a2' }, content.buffer);
  };
  await vault.resealed(NEXT);
  const again = (await opened(NEXT))!;
  expect((await again.entries()).map(({ id }) => id)).toEqual(['r1', 'd3']);
  expect((await again.files.all()).map(({ id }) => id)).toEqual(['a1', 'a2']);
});

it('a window with the old key writes nothing any more, and a store that was deleted does not come back', async () => {
  const other = (await opened(OLD))!;
  const next = await vault.resealed(NEXT);
  await expect(other.put(drafted('d3'))).rejects.toThrow(VaultGoneError);
  await expect(other.files.keep({ ...attached, id: 'a2' }, content.buffer)).rejects.toThrow(VaultGoneError);
  records.meanwhile = () => records.removeVault(next.id);
  await expect(next.resealed(OLD)).rejects.toThrow(VaultGoneError);
  expect(await records.vaults()).toEqual([]);
});
