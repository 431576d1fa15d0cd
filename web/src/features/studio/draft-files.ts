/**
 * The files of a draft as they stand in the editors: each is saved by itself once typing pauses, one after the other, and never over
 * what somebody else saved meanwhile. Outside of React: an editor is torn down by a change of tab, what it wrote is not.
 */
import { mayHeal, ProblemError } from '../../api/problem.js';
import type { DraftFile, FileRevision } from './api/drafts.js';

export const PAUSE_MS = 1_200;
const TRY_AGAIN_MS = 5_000;

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

interface KeptFile {
  content: string;
  saved: string;
  revision: number;
  /** Counts what was put here from outside; an editor begins anew with each. */
  loaded: number;
  /** Somebody else saved it while it was being changed here. */
  conflict: boolean;
}

/** What pages draw: made anew with every change. */
export interface FilesSnapshot {
  state: SaveState;
  /** Why it could not be saved. */
  error: unknown;
  files: { name: string; content: string; loaded: number; isSaved: boolean }[];
  /** Names of files that two analysts changed. */
  conflicts: string[];
  /** Grows with every change of a content. */
  stamp: number;
}

type Save = (file: { name: string; content: string; revision: number }) => Promise<{ revision: number }>;

export class DraftFiles {
  readonly #files = new Map<string, KeptFile>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #saving: Promise<void> = Promise.resolve();
  #error: unknown = null;
  #stamp = 0;
  #snapshot: FilesSnapshot;

  constructor(
    files: readonly Pick<DraftFile, 'name' | 'content' | 'revision'>[],
    private readonly save: Save,
  ) {
    for (const file of files) this.#put(file);
    this.#snapshot = this.#draw();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): FilesSnapshot => this.#snapshot;

  edited(name: string, content: string): void {
    const file = this.#files.get(name);
    if (!file || file.content === content) return;
    file.content = content;
    this.#stamp += 1;
    this.#plan(PAUSE_MS);
    this.#tell();
  }

  /** A file from elsewhere takes the place of what stands here; its editor begins anew. */
  replaced(name: string, content: string): void {
    const file = this.#files.get(name);
    if (!file) return;
    file.loaded += 1;
    this.edited(name, content);
  }

  /** One more file of the draft, saved at once. */
  added(name: string, content: string): void {
    this.#files.set(name, { content, saved: '', revision: 0, loaded: 1, conflict: false });
    this.#stamp += 1;
    this.#plan(0);
    this.#tell();
  }

  /** The revision that the server has of it, as far as is known here. */
  revisionOf(name: string): number {
    return this.#files.get(name)?.revision ?? 0;
  }

  /** Saves now what waits, behind what is on its way already; answers whether everything is kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#isSaving) await this.#saving;
    this.#saving = this.#saveAll();
    await this.#saving;
    return !this.isAtRisk;
  }

  async #saveAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isSaving = true;
    this.#error = null;
    this.#tell();
    try {
      for (const [name, file] of this.#files) await this.#saveOne(name, file);
    } catch (error) {
      this.#error = error;
      // What the server refuses for good waits for the next change.
      if (!(error instanceof ProblemError) || mayHeal(error.problem)) this.#plan(TRY_AGAIN_MS);
    } finally {
      this.#isSaving = false;
      if (this.#error === null && this.#waiting().length > 0) this.#plan(PAUSE_MS);
      this.#tell();
    }
  }

  /** Names of files that somebody else saved or took out of the draft, and that nobody changed here: they are to be loaded. */
  changedElsewhere(revisions: readonly FileRevision[]): string[] {
    if (this.#isSaving) return [];
    const saved = revisions
      .filter(({ name, revision }) => {
        const file = this.#files.get(name);
        return !file || (revision > file.revision && file.content === file.saved);
      })
      .map(({ name }) => name);
    const there = new Set(revisions.map(({ name }) => name));
    const gone = [...this.#files].filter(([name, file]) => !there.has(name) && file.content === file.saved);
    return [...saved, ...gone.map(([name]) => name)];
  }

  /** Puts what is on the server in place of what stands here under these names; what is not there any more goes. */
  load(names: readonly string[], server: readonly Pick<DraftFile, 'name' | 'content' | 'revision'>[]): void {
    for (const name of names) {
      const file = server.find((candidate) => candidate.name === name);
      if (file) this.#put(file);
      else this.#files.delete(name);
    }
    this.#stamp += 1;
    this.#tell();
  }

  /** After a conflict: what stands here goes over the revision that the other one saved. */
  async keepMine(name: string, revision: number): Promise<void> {
    const file = this.#files.get(name);
    if (file) Object.assign(file, { revision, conflict: false });
    await this.flush();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  get isAtRisk(): boolean {
    return this.#isSaving || [...this.#files.values()].some(({ content, saved }) => content !== saved);
  }

  async #saveOne(name: string, file: KeptFile): Promise<void> {
    const { content } = file;
    if (content === file.saved || file.conflict) return;
    try {
      const { revision } = await this.save({ name, content, revision: file.revision });
      Object.assign(file, { revision, saved: content });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.type !== '/problems/draft-changed') throw error;
      file.conflict = true;
    }
  }

  #put({ name, content, revision }: Pick<DraftFile, 'name' | 'content' | 'revision'>): void {
    const loaded = (this.#files.get(name)?.loaded ?? 0) + 1;
    this.#files.set(name, { content, saved: content, revision, loaded, conflict: false });
  }

  #plan(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), afterMs);
  }

  #waiting(): KeptFile[] {
    return [...this.#files.values()].filter(({ content, saved, conflict }) => content !== saved && !conflict);
  }

  #draw(): FilesSnapshot {
    const entries = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      state: this.#error ? 'failed' : this.#isSaving ? 'saving' : this.isAtRisk ? 'unsaved' : 'saved',
      error: this.#error,
      files: entries.map(([name, { content, saved, loaded }]) => ({
        ...{ name, content, loaded, isSaved: content === saved },
      })),
      conflicts: entries.filter(([, { conflict }]) => conflict).map(([name]) => name),
      stamp: this.#stamp,
    };
  }

  #tell(): void {
    this.#snapshot = this.#draw();
    for (const listener of this.#listeners) listener();
  }
}
