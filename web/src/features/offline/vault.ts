/** One officer's store on this device, open: everything goes in sealed. */
import { newUuid } from '../../api/new-uuid.js';
import type { Session } from '../../api/wire.js';
import { isPending, MOST_ENTRIES, MOST_RECEIPTS, type Entry } from './entries.js';
import { VaultGoneError, type EntryRecord, type Records, type VaultRecord } from './records.js';
import { ITERATIONS, keyOf, newSalt, seal, unseal } from './seal.js';
import { VaultFiles } from './vault-files.js';

/** Nothing was kept: there are as many entries as a device may keep. */
export class VaultFullError extends Error {}

export class Vault {
  readonly files: VaultFiles;

  private constructor(
    private readonly records: Records,
    private readonly key: CryptoKey,
    readonly id: string,
    readonly officer: Session,
  ) {
    this.files = new VaultFiles(records, key, id);
  }

  /** A new one, closed by this PIN. */
  static async create(records: Records, options: { officer: Session; pin: string }): Promise<Vault> {
    const { record, key } = await newVault(options);
    await records.putVault(record);
    return new Vault(records, key, record.id, options.officer);
  }

  /** Null when the PIN is another one. */
  static async open(records: Records, vault: VaultRecord, pin: string): Promise<Vault | null> {
    const key = await keyOf(pin, vault.salt, vault.iterations);
    const officer = await unseal<Session>(key, vault.officer, vault.id);
    return officer && new Vault(records, key, vault.id, officer);
  }

  /**
   * Everything in it, closed by another PIN: a store of its own, which takes the place of this one at once or not at all. What this window wrote
   * meanwhile, or another one, is not lost: then all of it is read again.
   */
  async resealed(pin: string): Promise<Vault> {
    const { record, key } = await newVault({ officer: this.officer, pin });
    const vault = new Vault(this.records, key, record.id, this.officer);
    for (;;) {
      const [entries, files] = await Promise.all([
        this.records.entries(this.id),
        this.records.files(this.id),
      ]);
      const opened = await Promise.all(entries.map((entry) => this.#open(entry)));
      const by = {
        vault: record,
        // What was tampered with opens with no PIN: it does not come along.
        entries: await Promise.all(
          opened.filter((entry) => entry !== null).map((entry) => vault.#seal(entry)),
        ),
        ...(await this.files.resealed(vault.files)),
      };
      const seen = [...entries, ...files].map(({ sealed }) => sealed);
      if (await this.records.replaceVault(this.id, { seen, by })) return vault;
      if (!(await this.records.vaults()).some(({ id }) => id === this.id)) throw new VaultGoneError();
    }
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

  /** In place of the entry with the same id. @throws VaultFullError, VaultGoneError */
  async put(entry: Entry): Promise<void> {
    const key = this.#keyOf(entry.id);
    const others = (await this.records.entries(this.id)).filter((record) => record.key !== key);
    if (isPending(entry.kind) && others.filter(({ kind }) => isPending(kind)).length >= MOST_ENTRIES)
      throw new VaultFullError();
    await this.records.putEntry(await this.#seal(entry));
    if (entry.kind !== 'receipt') return;
    await this.files.removeOf(entry.id);
    await this.#forgetOldReceipts();
  }

  /** Without its attachments: they may have been added since. */
  async drop(id: string): Promise<void> {
    await this.records.removeEntry(this.#keyOf(id));
  }

  /** With its attachments. */
  async remove(id: string): Promise<void> {
    await this.drop(id);
    await this.files.removeOf(id);
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

  async #seal(entry: Entry): Promise<EntryRecord> {
    const key = this.#keyOf(entry.id);
    return { key, vaultId: this.id, kind: entry.kind, sealed: await seal(this.key, entry, key) };
  }
}

async function newVault({ officer, pin }: { officer: Session; pin: string }) {
  const [id, salt] = [newUuid(), newSalt()];
  const key = await keyOf(pin, salt);
  const record: VaultRecord = {
    ...{ id, salt, iterations: ITERATIONS },
    owner: await ownerTag(salt, officer.username),
    officer: await seal(key, officer, id),
  };
  return { record, key };
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
