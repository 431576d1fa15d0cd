import type { EntryRecord, Records, VaultRecord } from '../records.js';

/** As IndexedDB keeps them: copies, not the objects themselves. */
export class MemoryRecords implements Records {
  readonly #vaults = new Map<string, VaultRecord>();
  readonly #entries = new Map<string, EntryRecord>();

  async vaults() {
    return structuredClone([...this.#vaults.values()]);
  }
  async putVault(vault: VaultRecord) {
    this.#vaults.set(vault.id, structuredClone(vault));
  }
  async removeVault(id: string) {
    this.#vaults.delete(id);
    for (const { key, vaultId } of [...this.#entries.values()]) if (vaultId === id) this.#entries.delete(key);
  }
  async entries(vaultId: string) {
    return structuredClone([...this.#entries.values()].filter((entry) => entry.vaultId === vaultId));
  }
  async putEntry(entry: EntryRecord) {
    this.#entries.set(entry.key, structuredClone(entry));
  }
  async removeEntry(key: string) {
    this.#entries.delete(key);
  }
}
