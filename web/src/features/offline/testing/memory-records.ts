import {
  isSame,
  VaultGoneError,
  type ContentRecord,
  type EntryRecord,
  type FileRecord,
  type Records,
  type ResealedVault,
  type VaultRecord,
} from '../records.js';
import type { Sealed } from '../seal.js';

/** As IndexedDB keeps them: copies, not the objects themselves. */
export class MemoryRecords implements Records {
  readonly #vaults = new Map<string, VaultRecord>();
  readonly #entries = new Map<string, EntryRecord>();
  readonly #files = new Map<string, FileRecord>();
  readonly #contents = new Map<string, ContentRecord>();

  async vaults() {
    return structuredClone([...this.#vaults.values()]);
  }
  async putVault(vault: VaultRecord) {
    this.#vaults.set(vault.id, structuredClone(vault));
  }
  async removeVault(id: string) {
    this.#vaults.delete(id);
    for (const kept of [this.#entries, this.#files, this.#contents])
      for (const { key, vaultId } of [...kept.values()]) if (vaultId === id) kept.delete(key);
  }
  async replaceVault(id: string, { seen, by }: { seen: readonly Sealed[]; by: ResealedVault }) {
    const now = [...(await this.entries(id)), ...(await this.files(id))];
    if (!this.#vaults.has(id) || !isSame(now, seen)) return false;
    await this.removeVault(id);
    await this.putVault(by.vault);
    for (const entry of by.entries) await this.putEntry(entry);
    for (const file of by.files) await this.putFile(file);
    for (const content of by.contents) this.#contents.set(content.key, structuredClone(content));
    return true;
  }
  async entries(id: string) {
    return structuredClone([...this.#entries.values()].filter(({ vaultId }) => vaultId === id));
  }
  async putEntry(entry: EntryRecord) {
    this.#assertThere(entry);
    this.#entries.set(entry.key, structuredClone(entry));
  }
  async removeEntry(key: string) {
    this.#entries.delete(key);
  }
  async files(id: string) {
    return structuredClone([...this.#files.values()].filter(({ vaultId }) => vaultId === id));
  }
  async content(key: string) {
    return structuredClone(this.#contents.get(key));
  }
  async putFile(file: FileRecord, content?: ContentRecord) {
    this.#assertThere(file);
    this.#files.set(file.key, structuredClone(file));
    if (content) this.#contents.set(content.key, structuredClone(content));
  }
  async removeFiles(keys: readonly string[]) {
    for (const key of keys) [this.#files, this.#contents].forEach((kept) => kept.delete(key));
  }

  #assertThere({ vaultId }: { vaultId: string }): void {
    if (!this.#vaults.has(vaultId)) throw new VaultGoneError();
  }
}
