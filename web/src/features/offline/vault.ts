/** One officer's store on this device, open: everything goes in sealed. */
import { newUuid } from '../../api/new-uuid.js';
import type { Session } from '../../api/wire.js';
import { isPending, MOST_ENTRIES, MOST_RECEIPTS, type Entry } from './entries.js';
import type { EntryRecord, Records, VaultRecord } from './records.js';
import { ITERATIONS, keyOf, newSalt, seal, unseal } from './seal.js';

/** Nothing was kept: there are as many entries as a device may keep. */
export class VaultFullError extends Error {}

export class Vault {
  private constructor(
    private readonly records: Records,
    private readonly key: CryptoKey,
    readonly id: string,
    readonly officer: Session,
  ) {}

  /** A new one, closed by this PIN. */
  static async create(records: Records, options: { officer: Session; pin: string }): Promise<Vault> {
    const { officer, pin } = options;
    const [id, salt] = [newUuid(), newSalt()];
    const key = await keyOf(pin, salt);
    await records.putVault({
      ...{ id, salt, iterations: ITERATIONS },
      owner: await ownerTag(salt, officer.username),
      officer: await seal(key, officer, id),
    });
    return new Vault(records, key, id, officer);
  }

  /** Null when the PIN is another one. */
  static async open(records: Records, vault: VaultRecord, pin: string): Promise<Vault | null> {
    const key = await keyOf(pin, vault.salt, vault.iterations);
    const officer = await unseal<Session>(key, vault.officer, vault.id);
    return officer && new Vault(records, key, vault.id, officer);
  }

  /** Oldest first. What was tampered with does not open and is left out. */
  async entries(): Promise<Entry[]> {
    const records = await this.records.entries(this.id);
    const opened = await Promise.all(records.map((record) => this.#open(record)));
    return opened.filter((entry) => entry !== null).sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  async find(id: string): Promise<Entry | null> {
    const records = await this.records.entries(this.id);
    const record = records.find(({ key }) => key === this.#keyOf(id));
    return record ? this.#open(record) : null;
  }

  /** In place of the entry with the same id. @throws VaultFullError */
  async put(entry: Entry): Promise<void> {
    const key = this.#keyOf(entry.id);
    const others = (await this.records.entries(this.id)).filter((record) => record.key !== key);
    if (isPending(entry.kind) && others.filter(({ kind }) => isPending(kind)).length >= MOST_ENTRIES)
      throw new VaultFullError();
    const sealed = await seal(this.key, entry, key);
    await this.records.putEntry({ key, vaultId: this.id, kind: entry.kind, sealed });
    if (entry.kind === 'receipt') await this.#forgetOldReceipts();
  }

  async remove(id: string): Promise<void> {
    await this.records.removeEntry(this.#keyOf(id));
  }

  async #forgetOldReceipts(): Promise<void> {
    const receipts = (await this.entries()).filter(({ kind }) => kind === 'receipt');
    for (const { id } of receipts.slice(0, -MOST_RECEIPTS)) await this.remove(id);
  }

  #keyOf(id: string): string {
    return `${this.id}/${id}`;
  }

  #open(record: EntryRecord): Promise<Entry | null> {
    return unseal<Entry>(this.key, record.sealed, record.key);
  }
}

/** The officer's own store among those on the device. */
export async function vaultOf(vaults: readonly VaultRecord[], username: string): Promise<VaultRecord | null> {
  for (const vault of vaults) if ((await ownerTag(vault.salt, username)) === vault.owner) return vault;
  return null;
}

async function ownerTag(salt: Uint8Array<ArrayBuffer>, username: string): Promise<string> {
  const name = new TextEncoder().encode(username);
  const hash = await crypto.subtle.digest('SHA-256', Uint8Array.of(...salt, ...name));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
