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

/** What can be seen of an attachment without the PIN: that it is there, and how large it is. */
export interface FileRecord {
  /** Store and attachment. */
  key: string;
  vaultId: string;
  bytes: number;
  /** Of which report, its name, what became of it. */
  sealed: Sealed;
}

/** Apart from its record, so that a list of files does not read all of them. */
export interface ContentRecord {
  key: string;
  vaultId: string;
  sealed: Sealed;
}

/** All of a store, sealed anew for another PIN. */
export interface ResealedVault {
  vault: VaultRecord;
  entries: EntryRecord[];
  files: FileRecord[];
  contents: ContentRecord[];
}

/** The store is not there any more: deleted, or sealed anew with another PIN, in another window. */
export class VaultGoneError extends Error {}

/** Where the device keeps them (IndexedDB). Every call is one transaction. What belongs to a store is refused once that is gone. */
export interface Records {
  vaults(): Promise<VaultRecord[]>;
  putVault(vault: VaultRecord): Promise<void>;
  /** With everything in it. */
  removeVault(id: string): Promise<void>;
  /**
   * Puts one store in the place of another: all of it, or nothing. False when the old one holds other things than the seals that were read of it
   * (`seen`): then nothing has changed.
   */
  replaceVault(id: string, change: { seen: readonly Sealed[]; by: ResealedVault }): Promise<boolean>;
  entries(vaultId: string): Promise<EntryRecord[]>;
  /** @throws VaultGoneError */
  putEntry(entry: EntryRecord): Promise<void>;
  removeEntry(key: string): Promise<void>;
  files(vaultId: string): Promise<FileRecord[]>;
  content(key: string): Promise<ContentRecord | undefined>;
  /** Without a content the one that is there stays. @throws VaultGoneError */
  putFile(file: FileRecord, content?: ContentRecord): Promise<void>;
  removeFiles(keys: readonly string[]): Promise<void>;
}

/** Exactly these seals, in whatever order: nothing was added, changed or removed since they were read. */
export function isSame(now: readonly { sealed: Sealed }[], seen: readonly Sealed[]): boolean {
  const nonces = new Set(seen.map(({ nonce }) => nonce.join()));
  return now.length === seen.length && now.every(({ sealed }) => nonces.has(sealed.nonce.join()));
}
