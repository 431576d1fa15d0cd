/** Takes what waits on the device to the server, one after the other, each once. */
import { mayHeal, ProblemError, type Problem } from '../../api/problem.js';
import type { Draft } from '../reports/api/save-draft.js';
import type { Submission, Submitted } from '../reports/api/submit-report.js';
import { isWaiting, type Entry, type QueuedReport, type SealedDraft } from './entries.js';

/** The server, as the queue needs it. */
export interface Line {
  saveDraft(draft: Draft): Promise<{ version: number }>;
  /** Sent twice, it is still one report: it answers what was made of it. */
  submit(submission: Submission): Promise<Submitted>;
}

export interface Shelf {
  entries(): Promise<Entry[]>;
  find(id: string): Promise<Entry | null>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface QueueSenderOptions {
  line: Line;
  shelf: Shelf;
  /** Which one is under way. */
  onSending(id: string | null): void;
  /** Before the report that names them. */
  uploadFiles(report: { id: string; begunBy: string }): Promise<void>;
  /** Runs the work unless the draft is being written in a window of this browser: that one saves it. */
  unlessOpen(id: string, work: () => Promise<void>): Promise<void>;
}

/** What stopped it: the line, the sign-in. */
export type FlushEnd = { kind: 'done' } | { kind: 'stopped'; problem: Problem };

export class QueueSender {
  #running: Promise<FlushEnd> | null = null;

  constructor(private readonly options: QueueSenderOptions) {}

  /** A call while it runs joins it. */
  flush(): Promise<FlushEnd> {
    this.#running ??= this.#flush().finally(() => {
      this.#running = null;
      this.options.onSending(null);
    });
    return this.#running;
  }

  async #flush(): Promise<FlushEnd> {
    const { shelf, onSending, unlessOpen } = this.options;
    const tried = new Set<string>();
    for (;;) {
      // Read anew each time: entries come, go and change meanwhile.
      const entry = (await shelf.entries()).filter(isWaiting).find(({ id }) => !tried.has(id));
      if (!entry) return { kind: 'done' };
      tried.add(entry.id);
      onSending(entry.id);
      try {
        if (entry.kind === 'report') await this.#submit(entry);
        else await unlessOpen(entry.id, () => this.#save(entry));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { problem } = error;
        // With the wrong person at the desk nothing of the queue can go, and nothing is wrong with it.
        if (mayHeal(problem) || problem.type === '/problems/begun-by-another')
          return { kind: 'stopped', problem };
        const now = await shelf.find(entry.id);
        if (now && now.kind !== 'receipt') await shelf.put({ ...now, problem });
      }
    }
  }

  async #save(entry: SealedDraft): Promise<void> {
    await this.options.uploadFiles(entry);
    await this.options.line.saveDraft(draftOf(entry));
    await this.options.shelf.remove(entry.id);
  }

  async #submit(entry: QueuedReport): Promise<void> {
    const { line, shelf, uploadFiles } = this.options;
    const { id, type, data, answers, begunBy } = entry;
    await uploadFiles(entry);
    if (!entry.attempted) await this.#announce(entry);
    const { ticket } = await line.submit({ id, type, data, answers, begunBy });
    await shelf.put({ kind: 'receipt', id, type, ticket, at: new Date().toISOString() });
  }

  /** The server knows the report by its id before it is submitted: that makes it one report however often it is sent. */
  async #announce(entry: QueuedReport): Promise<void> {
    const { line, shelf } = this.options;
    let { version } = entry;
    try {
      ({ version } = await line.saveDraft(draftOf(entry)));
    } catch (error) {
      // Submitted already, from another window: submitting it again finds that out and answers its ticket.
      const isSubmitted = error instanceof ProblemError && error.problem.type === '/problems/state-conflict';
      if (!isSubmitted) throw error;
    }
    await shelf.put({ ...entry, version, attempted: true });
  }
}

function draftOf({ id, type, data, version, begunBy }: SealedDraft | QueuedReport): Draft {
  return { id, type, data, begunBy, ...(version !== null && { version }) };
}
