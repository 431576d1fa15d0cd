import type { EntryKind } from './entries.js';
import type { Sealed } from './seal.js';

/** One officer's sealed store on this device. */
export interface VaultRecord {
  id: string;
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  /** Salted hash of the username: finds one's own, names nobody. */
  owner: string;
  /** The officer, sealed: it opens with the right PIN only. */
  officer: Sealed;
}

/** What can be seen of an entry without the PIN: that it is there, and of what kind. */
export interface EntryRecord {
  /** Store and report. */
  key: string;
  vaultId: string;
  kind: EntryKind;
  sealed: Sealed;
}

/** Where the device keeps them (IndexedDB). Every call is one transaction. */
export interface Records {
  vaults(): Promise<VaultRecord[]>;
  putVault(vault: VaultRecord): Promise<void>;
  /** With everything in it. */
  removeVault(id: string): Promise<void>;
  entries(vaultId: string): Promise<EntryRecord[]>;
  putEntry(entry: EntryRecord): Promise<void>;
  removeEntry(key: string): Promise<void>;
}
