import {
  isSame,
  VaultGoneError,
  type ContentRecord,
  type EntryRecord,
  type FileRecord,
  type Records,
  type ResealedVault,
  type VaultRecord,
} from './records.js';
import type { Sealed } from './seal.js';

const NAME = 'lampid-offline';
const VERSION = 2;
const VAULTS = 'vaults';
const ENTRIES = 'entries';
const FILES = 'files';
const CONTENTS = 'contents';
const BY_VAULT = 'vaultId';
const IN_A_VAULT = [ENTRIES, FILES, CONTENTS];

type Stores = (name: string) => IDBObjectStore;

export class IndexedDbRecords implements Records {
  #database: Promise<IDBDatabase> | undefined;

  async vaults(): Promise<VaultRecord[]> {
    return this.#run([VAULTS], 'readonly', (store) => store(VAULTS).getAll());
  }

  async putVault(vault: VaultRecord): Promise<void> {
    await this.#run([VAULTS], 'readwrite', (store) => store(VAULTS).put(vault));
  }

  async removeVault(id: string): Promise<void> {
    await this.#run([VAULTS, ...IN_A_VAULT], 'readwrite', (store) => removeAll(store, id));
  }

  async replaceVault(
    id: string,
    { seen, by }: { seen: readonly Sealed[]; by: ResealedVault },
  ): Promise<boolean> {
    let isReplaced = false;
    await this.#run([VAULTS, ...IN_A_VAULT], 'readwrite', (store) => {
      const entries = store(ENTRIES).index(BY_VAULT).getAll(id) as IDBRequest<EntryRecord[]>;
      const files = store(FILES).index(BY_VAULT).getAll(id) as IDBRequest<FileRecord[]>;
      const vault = store(VAULTS).get(id);
      vault.onsuccess = () => {
        if (vault.result === undefined || !isSame([...entries.result, ...files.result], seen)) return;
        removeAll(store, id);
        store(VAULTS).put(by.vault);
        for (const entry of by.entries) store(ENTRIES).put(entry);
        for (const file of by.files) store(FILES).put(file);
        for (const content of by.contents) store(CONTENTS).put(content);
        isReplaced = true;
      };
      return vault;
    });
    return isReplaced;
  }

  async entries(vaultId: string): Promise<EntryRecord[]> {
    return this.#run([ENTRIES], 'readonly', (store) => store(ENTRIES).index(BY_VAULT).getAll(vaultId));
  }

  async putEntry(entry: EntryRecord): Promise<void> {
    await this.#putInto(entry.vaultId, [ENTRIES], (store) => store(ENTRIES).put(entry));
  }

  async removeEntry(key: string): Promise<void> {
    await this.#run([ENTRIES], 'readwrite', (store) => store(ENTRIES).delete(key));
  }

  async files(vaultId: string): Promise<FileRecord[]> {
    return this.#run([FILES], 'readonly', (store) => store(FILES).index(BY_VAULT).getAll(vaultId));
  }

  async content(key: string): Promise<ContentRecord | undefined> {
    return this.#run([CONTENTS], 'readonly', (store) => store(CONTENTS).get(key));
  }

  async putFile(file: FileRecord, content?: ContentRecord): Promise<void> {
    await this.#putInto(file.vaultId, [FILES, CONTENTS], (store) => {
      store(FILES).put(file);
      if (content) store(CONTENTS).put(content);
    });
  }

  async removeFiles(keys: readonly string[]): Promise<void> {
    await this.#run([FILES, CONTENTS], 'readwrite', (store) => {
      for (const key of keys) for (const name of [FILES, CONTENTS]) store(name).delete(key);
    });
  }

  /** Only while the store is there: what another window sealed anew is not written to with the old key. */
  async #putInto(vaultId: string, names: string[], put: (store: Stores) => void): Promise<void> {
    const found = await this.#run([VAULTS, ...names], 'readwrite', (store) => {
      const vault = store(VAULTS).count(vaultId);
      vault.onsuccess = () => {
        if (vault.result > 0) put(store);
      };
      return vault;
    });
    if (found === 0) throw new VaultGoneError();
  }

  /** Done when the transaction is, not when the request is: only then it is on the disk. */
  async #run<Result>(
    names: string[],
    mode: IDBTransactionMode,
    work: (store: Stores) => IDBRequest<Result>,
  ): Promise<Result>;
  async #run(names: string[], mode: IDBTransactionMode, work: (store: Stores) => void): Promise<void>;
  async #run(
    names: string[],
    mode: IDBTransactionMode,
    work: (store: Stores) => IDBRequest | void,
  ): Promise<unknown> {
    const database = await (this.#database ??= open());
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode, { durability: 'strict' });
      const request = work((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was given up'));
    });
  }
}

function removeAll(store: Stores, vaultId: string): void {
  for (const name of IN_A_VAULT) {
    const keys = store(name).index(BY_VAULT).getAllKeys(vaultId);
    keys.onsuccess = () => keys.result.forEach((key) => store(name).delete(key));
  }
  store(VAULTS).delete(vaultId);
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const { result: database } = request;
      const has = (name: string) => database.objectStoreNames.contains(name);
      if (!has(VAULTS)) database.createObjectStore(VAULTS, { keyPath: 'id' });
      for (const name of IN_A_VAULT)
        if (!has(name)) database.createObjectStore(name, { keyPath: 'key' }).createIndex(BY_VAULT, BY_VAULT);
    };
    request.onsuccess = () => {
      // A window with a newer page wants another version: it need not wait for this one to be closed.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB cannot be opened'));
  });
}
