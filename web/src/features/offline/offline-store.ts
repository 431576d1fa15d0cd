/** What this window knows of the sealed stores on the device, and the one that is open in it. */
import type { Problem } from '../../api/problem.js';
import type { Session } from '../../api/wire.js';
import { isPending, type Entry, type KeptFile, type QueuedReport, type SealedDraft } from './entries.js';
import { uploadFiles, type FileLine } from './file-uploads.js';
import { QueueSender, type FlushEnd, type Line } from './queue-sender.js';
import { VaultGoneError, type Records, type VaultRecord } from './records.js';
import { Vault, vaultOf } from './vault.js';

export interface OfflineState {
  isLoaded: boolean;
  /** A store of the officer at the desk is on this device. */
  isSetUp: boolean;
  /** How many of their reports and drafts are in it, open or not. */
  pending: number;
  /** Stores of others with something in them are on this device. */
  othersWait: boolean;
  /** There is a store on this device, of whomever. */
  isAnySetUp: boolean;
  /** Whose store is open; null while it is closed. */
  officer: Session | null;
  /** Of the open store, oldest first. */
  entries: Entry[];
  /** Attachments in the open store. */
  files: KeptFile[];
  /** Id of the entry that is under way. */
  sending: string | null;
  /** Id of the attachment that is under way. */
  uploading: string | null;
  /** Why sending has stopped; it goes on by itself. */
  stopped: Problem | null;
}

const NOTHING: OfflineState = {
  ...{ isLoaded: false, isSetUp: false, pending: 0, othersWait: false, isAnySetUp: false },
  ...{ officer: null, entries: [], files: [], sending: null, uploading: null, stopped: null },
};

/** Windows of one browser tell each other that something has changed. */
export interface Bell {
  ring(): void;
  onRing(listener: () => void): void;
}

export class OfflineStore {
  #state = NOTHING;
  #vault: Vault | null = null;
  #sender: QueueSender | null = null;
  #username: string | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly options: {
      records: Records;
      line: Line & FileLine;
      bell: Bell;
      unlessOpen(id: string, work: () => Promise<void>): Promise<void>;
    },
  ) {
    options.bell.onRing(() => void this.refresh());
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly read = () => this.#state;

  /** Told when a store is opened or set up in this window. Answers how to stop listening. */
  onOpened(listener: () => void): () => void {
    let before = this.#state.officer;
    return this.subscribe(() => {
      const isNew = before === null && this.#state.officer !== null;
      before = this.#state.officer;
      if (isNew) listener();
    });
  }

  /** Who sits at the desk; null: nobody is known yet. The store of anybody else is closed. */
  async setOfficer(username: string | null): Promise<void> {
    this.#username = username;
    if (this.#vault && username !== null && this.#vault.officer.username !== username) this.lock();
    await this.refresh();
  }

  /** Nothing when another window was faster: its store is opened with its PIN. */
  async setUp(officer: Session, pin: string): Promise<void> {
    if (await vaultOf(await this.options.records.vaults(), officer.username)) return this.refresh();
    this.#use(await Vault.create(this.options.records, { officer, pin }));
    await this.#changed();
  }

  /** Null when the PIN is another one, or this officer has no store here. */
  async unlock(username: string, pin: string): Promise<Session | null> {
    const record = await vaultOf(await this.options.records.vaults(), username);
    const vault = record && (await Vault.open(this.options.records, record, pin));
    if (!vault) return null;
    this.#username = username;
    this.#use(vault);
    await this.#clearAway(vault);
    await this.refresh();
    return vault.officer;
  }

  /** The key is forgotten; what is in the store stays sealed. */
  lock(): void {
    this.#vault = this.#sender = null;
    const { officer, entries, files, sending, uploading, stopped } = NOTHING;
    this.#become({ officer, entries, files, sending, uploading, stopped });
  }

  /** Everything in the open store is closed by another PIN. False when the old one is not its PIN: nothing has changed then. */
  async changePin(pins: { old: string; next: string }): Promise<boolean> {
    const vault = this.#open();
    const { records } = this.options;
    const record = (await records.vaults()).find(({ id }) => id === vault.id);
    if (!record) throw new VaultGoneError();
    if (!(await Vault.open(records, record, pins.old))) return false;
    this.#use(await vault.resealed(pins.next));
    await this.#changed();
    return true;
  }

  /** The officer's own store goes, with everything in it. */
  async forget(): Promise<void> {
    const own = await this.#own(await this.options.records.vaults());
    this.lock();
    if (own) await this.options.records.removeVault(own.id);
    await this.#changed();
  }

  /** @throws VaultFullError, or the browser's own error when the device is full */
  async put(entry: Entry): Promise<void> {
    await this.#open().put(entry);
    await this.#changed();
  }

  async remove(id: string): Promise<void> {
    await this.#vault?.remove(id);
    await this.#changed();
  }

  /** False when no store of whoever began it is open, or it does not take it. A report that is queued does not become a draft again. */
  async keepDraft(draft: Omit<SealedDraft, 'kind' | 'at' | 'problem'>): Promise<boolean> {
    const vault = this.#vault;
    if (vault?.officer.username !== draft.begunBy) return false;
    if ((await vault.find(draft.id))?.kind === 'report') return false;
    try {
      await this.put({ ...draft, kind: 'draft', at: new Date().toISOString(), problem: null });
      return true;
    } catch {
      return false;
    }
  }

  /** The server has it, as it was sent: what was attached since then stays. */
  async dropDraft(id: string): Promise<void> {
    const { entries, files } = this.#state;
    const sent = files.filter(({ reportId, isUploaded }) => reportId === id && isUploaded);
    if (sent.length > 0) await this.removeFiles(sent.map((file) => file.id));
    if (!entries.some((entry) => entry.id === id && entry.kind === 'draft')) return;
    await this.#vault?.drop(id);
    await this.#changed();
  }

  /** Its officer threw it away: nothing of it stays. A report that is queued does. */
  async forgetDraft(id: string): Promise<void> {
    if (this.#state.entries.some((entry) => entry.id === id && entry.kind === 'report')) return;
    await this.remove(id);
  }

  /** False when no store of whoever began the report is open. @throws FilesFullError, or the browser's own error when the device is full */
  async keepFile(
    file: Omit<KeptFile, 'isUploaded'> & { begunBy: string; content: ArrayBuffer },
  ): Promise<boolean> {
    const { begunBy, content, ...kept } = file;
    const vault = this.#vault;
    if (vault?.officer.username !== begunBy) return false;
    await vault.files.keep({ ...kept, isUploaded: false }, content);
    await this.#changed();
    return true;
  }

  /** Null when it is not in the open store. */
  async readFile(id: string): Promise<Blob | null> {
    const file = this.#state.files.find((one) => one.id === id);
    const content = file && (await this.#vault?.files.read(id));
    return content ? new Blob([content], { type: file.mediaType }) : null;
  }

  async removeFiles(ids: readonly string[]): Promise<void> {
    await this.#vault?.files.remove(ids);
    await this.#changed();
  }

  /** Takes to the server what a report names: before the report. */
  async uploadFiles(report: { id: string; begunBy: string }): Promise<void> {
    const vault = this.#vault;
    if (vault?.officer.username !== report.begunBy) return;
    await this.#upload(vault, report);
  }

  async queue(report: Omit<QueuedReport, 'kind' | 'at' | 'problem'>): Promise<void> {
    await this.put({ ...report, kind: 'report', at: new Date().toISOString(), problem: null });
  }

  /** Sends what waits; null when no store is open. */
  async flush(): Promise<FlushEnd | null> {
    const end = (await this.#sender?.flush()) ?? null;
    this.#become({ stopped: end?.kind === 'stopped' ? end.problem : null });
    if (end) await this.#changed();
    return end;
  }

  async refresh(): Promise<void> {
    const { records } = this.options;
    const vaults = await records.vaults();
    const own = await this.#own(vaults);
    const counts = await Promise.all(
      vaults.map(async (vault) => [vault, await pendingIn(records, vault)] as const),
    );
    // Deleted, or closed by another PIN, in another window.
    if (this.#vault && !vaults.some(({ id }) => id === this.#vault?.id)) this.lock();
    const entries = (await this.#vault?.entries()) ?? [];
    const files = (await this.#vault?.files.all()) ?? [];
    this.#become({
      officer: this.#vault?.officer ?? null,
      ...{ isLoaded: true, isSetUp: own !== null, isAnySetUp: vaults.length > 0, entries, files },
      pending: counts.find(([vault]) => vault.id === own?.id)?.[1] ?? 0,
      othersWait: counts.some(([vault, count]) => vault.id !== own?.id && count > 0),
    });
  }

  async #own(vaults: readonly VaultRecord[]): Promise<VaultRecord | null> {
    return this.#username === null ? null : vaultOf(vaults, this.#username);
  }

  #use(vault: Vault): void {
    const { line, unlessOpen } = this.options;
    this.#vault = vault;
    this.#sender = new QueueSender({
      ...{ line, unlessOpen, shelf: vault, uploadFiles: (report) => this.#upload(vault, report) },
      onSending: (sending) => {
        if (this.#vault !== vault) return;
        this.#become({ sending });
        void this.refresh();
      },
    });
  }

  /** Attachments of drafts that a window closed before it kept them. */
  async #clearAway(vault: Vault): Promise<void> {
    const entries = new Set((await vault.entries()).map(({ id }) => id));
    const reports = new Set((await vault.files.all()).map(({ reportId }) => reportId));
    for (const id of reports)
      if (!entries.has(id)) await this.options.unlessOpen(id, () => vault.files.removeOf(id));
  }

  async #upload(vault: Vault, report: { id: string; begunBy: string }): Promise<void> {
    await uploadFiles(report, {
      ...{ line: this.options.line, shelf: vault.files },
      onUploading: (uploading) => {
        if (this.#vault !== vault) return;
        this.#become({ uploading });
        void this.refresh();
      },
    });
  }

  #open(): Vault {
    if (!this.#vault) throw new Error('the store is closed');
    return this.#vault;
  }

  async #changed(): Promise<void> {
    this.options.bell.ring();
    await this.refresh();
  }

  #become(change: Partial<OfflineState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

async function pendingIn(records: Records, vault: VaultRecord): Promise<number> {
  return (await records.entries(vault.id)).filter(({ kind }) => isPending(kind)).length;
}
