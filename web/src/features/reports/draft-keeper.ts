/** Keeps a report while it is being written: a moment after the last change, one save at a time, the last state only. */
import { canonicalJson } from '@lampid/domain/documents/document-content';
import { mayHeal, ProblemError, type Problem } from '../../api/problem.js';
import type { ReportData } from '../../api/wire.js';
import type { Draft } from './api/save-draft.js';

export type DraftState =
  | { kind: 'untouched' }
  /** Something is not on the server yet. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** Sealed on this device; tried again by itself. */
  | { kind: 'kept-here'; at: Date }
  /** Tried again by itself. */
  | { kind: 'failed'; problem: Problem | null }
  /** As it stands, it will never be taken: only another change is tried. */
  | { kind: 'refused'; problem: Problem }
  /** Another window has changed it meanwhile: a person says which one stays. */
  | { kind: 'conflict' }
  /** Another window has thrown it away: a person says whether it stays so. */
  | { kind: 'discarded' };

export const PAUSE_MS = 1_200;
const RETRY_MS = [3_000, 10_000, 30_000, 60_000];

export interface DraftKeeperOptions {
  id: string;
  type: string;
  /** Of the draft that is resumed; null for a new report. */
  version: number | null;
  /** Username. */
  begunBy: string;
  save(draft: Draft): Promise<{ version: number }>;
  /** Where the server cannot keep it now: false when this device does not keep it either. */
  keepHere(draft: Draft): Promise<boolean>;
  onState(state: DraftState): void;
}

export class DraftKeeper {
  #state: DraftState = { kind: 'untouched' };
  /** What to show when nothing is to be saved. */
  #settled: DraftState = { kind: 'untouched' };
  #version: number | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  #changed = false;
  #failures = 0;
  /** What need not be saved: as it began, or as it was saved last. */
  #kept: string | null = null;
  #read: () => ReportData | undefined = () => undefined;

  constructor(private readonly options: DraftKeeperOptions) {
    this.#version = options.version;
  }

  /** Of the draft as the server has it; null while it has none. */
  get version(): number | null {
    return this.#version;
  }

  get state(): DraftState {
    return this.#state;
  }

  /** True while something typed would be lost. */
  get isAtRisk(): boolean {
    return (this.#changed && this.#state.kind !== 'kept-here') || this.#saving !== null;
  }

  /** The page shows the report as it begins: a form that only settles changes nothing. */
  begin(data: ReportData | undefined): void {
    // An example may be filled in before the form first stands: that is a change, not its beginning.
    if (this.#changed) return;
    this.#kept ??= data === undefined ? null : canonicalJson(data);
  }

  /** `read` answers the report as it stands when it is saved. */
  edited(read: () => ReportData | undefined): void {
    this.#read = read;
    this.#changed = true;
    if (this.#waitsForAPerson) return;
    if (this.#saving === null) this.#become({ kind: 'waiting' });
    this.#later(PAUSE_MS);
  }

  /** Now, and not in a moment. `force`: this one stays, whatever another window has done. */
  async saveNow(read: () => ReportData | undefined, options: { force?: boolean } = {}): Promise<void> {
    const { force = false } = options;
    this.#read = read;
    clearTimeout(this.#timer);
    await this.#saving;
    if (force) this.#version = null;
    this.#saving = this.#save(read, force).finally(() => (this.#saving = null));
    await this.#saving;
    // Typed while the save was under way.
    if (this.#changed && this.#state.kind === 'saved') this.#later(0);
  }

  /** What was in the way may be gone (the line, the sign-in): no more waiting. */
  retry(): void {
    if (this.#state.kind !== 'failed' && this.#state.kind !== 'kept-here') return;
    this.#failures = 0;
    void this.saveNow(this.#read);
  }

  /** The page goes, while its form is still there: what is not kept yet is taken along and saved. */
  leave(): void {
    if (!this.#changed || this.#waitsForAPerson) return;
    const data = this.#read();
    void this.saveNow(() => data);
  }

  /** Nothing more is saved; what is under way is waited for. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#changed = false;
    await this.#saving;
    this.#changed = false;
    clearTimeout(this.#timer);
  }

  get #waitsForAPerson(): boolean {
    return this.#state.kind === 'conflict' || this.#state.kind === 'discarded';
  }

  async #save(read: () => ReportData | undefined, force: boolean): Promise<void> {
    const data = read();
    if (data === undefined) return;
    const { id, type, begunBy, save } = this.options;
    this.#changed = false;
    const text = canonicalJson(data);
    if (text === this.#kept && !force) return this.#become(this.#settled);
    this.#become({ kind: 'saving' });
    const version = this.#version;
    const draft = { id, type, data, begunBy, ...(!force && version !== null && { version }) };
    try {
      const saved = await save(draft);
      this.#version = saved.version;
      this.#kept = text;
      this.#failures = 0;
      this.#settled = { kind: 'saved', at: new Date() };
      this.#become(this.#settled);
    } catch (error) {
      this.#changed = true;
      await this.#refused(draft, error instanceof ProblemError ? error.problem : null);
    }
  }

  async #refused(draft: Draft, problem: Problem | null): Promise<void> {
    if (problem?.type === '/problems/draft-changed') return this.#become({ kind: 'conflict' });
    if (problem?.type === '/problems/draft-discarded') return this.#become({ kind: 'discarded' });
    if (problem && !mayHeal(problem)) return this.#become({ kind: 'refused', problem });
    const isHere = await this.options.keepHere(draft);
    this.#become(isHere ? { kind: 'kept-here', at: new Date() } : { kind: 'failed', problem });
    this.#later(RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)]!);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#saving === null) void this.saveNow(this.#read);
    }, ms);
  }

  #become(state: DraftState): void {
    this.#state = state;
    this.options.onState(state);
  }
}
