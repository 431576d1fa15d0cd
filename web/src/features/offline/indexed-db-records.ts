import type { EntryRecord, Records, VaultRecord } from './records.js';

const NAME = 'lampid-offline';
const VERSION = 1;
const VAULTS = 'vaults';
const ENTRIES = 'entries';
const BY_VAULT = 'vaultId';

export class IndexedDbRecords implements Records {
  #database: Promise<IDBDatabase> | undefined;

  async vaults(): Promise<VaultRecord[]> {
    return this.#run([VAULTS], 'readonly', (store) => store(VAULTS).getAll());
  }

  async putVault(vault: VaultRecord): Promise<void> {
    await this.#run([VAULTS], 'readwrite', (store) => store(VAULTS).put(vault));
  }

  async removeVault(id: string): Promise<void> {
    await this.#run([VAULTS, ENTRIES], 'readwrite', (store) => {
      const keys = store(ENTRIES).index(BY_VAULT).getAllKeys(id);
      keys.onsuccess = () => keys.result.forEach((key) => store(ENTRIES).delete(key));
      return store(VAULTS).delete(id);
    });
  }

  async entries(vaultId: string): Promise<EntryRecord[]> {
    return this.#run([ENTRIES], 'readonly', (store) => store(ENTRIES).index(BY_VAULT).getAll(vaultId));
  }

  async putEntry(entry: EntryRecord): Promise<void> {
    await this.#run([ENTRIES], 'readwrite', (store) => store(ENTRIES).put(entry));
  }

  async removeEntry(key: string): Promise<void> {
    await this.#run([ENTRIES], 'readwrite', (store) => store(ENTRIES).delete(key));
  }

  /** Done when the transaction is, not when the request is: only then it is on the disk. */
  async #run<Result>(
    names: string[],
    mode: IDBTransactionMode,
    work: (store: (name: string) => IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> {
    const database = await (this.#database ??= open());
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode, { durability: 'strict' });
      const request = work((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was given up'));
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(VAULTS, { keyPath: 'id' });
      request.result.createObjectStore(ENTRIES, { keyPath: 'key' }).createIndex(BY_VAULT, BY_VAULT);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB cannot be opened'));
  });
}
