import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, UnexpectedAnswer } from './api.js';
import type { OpenCases } from './cases.js';
import { now, type Notes } from './notes.js';
import type { OfficerAccount } from './protocol.js';

export interface TaskItem {
  id: string;
  reportId: string;
  step: string;
  outcomes: string[];
  /** Who has claimed it. */
  assignee: string | null;
}

interface Task extends TaskItem {
  toAcknowledge: string[];
}

export interface DeskOptions {
  api: Api;
  cases: OpenCases;
  notes: Notes;
  officer: OfficerAccount;
  pollMs: number;
  atOnce: number;
  /** Whether looking at the list makes sense now; default always. */
  hasWork?: () => boolean;
  /** What becomes of one task; the default reads, claims and approves it. */
  work?: (task: TaskItem) => Promise<void>;
}

/** The longest list the API gives. */
const LIST = 'limit=200';

/** An officer who looks at their list again and again and works it off, oldest first. */
export class Desk {
  readonly #taken = new Set<string>();
  #stopped = false;
  readonly #running: Promise<void>;
  /** A task appears at most this often in the list after it was worked on: the list lags a moment. */
  readonly #done = new Set<string>();

  constructor(private readonly options: DeskOptions) {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    const { api, officer, notes, pollMs, hasWork } = this.options;
    // Officers do not look at the same moment.
    await sleep(Math.random() * pollMs);
    while (!this.#stopped) {
      if (hasWork?.() ?? true) {
        try {
          const list = await api.get<{ items: TaskItem[] }>(
            'GET /tasks',
            officer.token,
            `/api/v1/tasks?${LIST}`,
          );
          this.#look(list.items);
        } catch (error) {
          noteFault(notes, error);
        }
      }
      await sleep(pollMs);
    }
  }

  #look(items: TaskItem[]): void {
    const at = now();
    for (const task of items) {
      const open = this.options.cases.get(task.reportId);
      if (!open) continue;
      if (open.waitsSince !== null && task.step === 'review') {
        this.options.notes.seen(at - open.waitsSince);
        open.waitsSince = null;
      }
      // A colleague of the same office has it.
      if (task.assignee !== null && task.assignee !== this.options.officer.username) continue;
      if (this.#taken.size >= this.options.atOnce || this.#taken.has(task.id) || this.#done.has(task.id))
        continue;
      this.#taken.add(task.id);
      void this.#work(task).finally(() => this.#taken.delete(task.id));
    }
  }

  async #work(task: TaskItem): Promise<void> {
    const { notes, work } = this.options;
    try {
      await (work ? work(task) : this.#approve(task));
      this.#done.add(task.id);
    } catch (error) {
      if (isLostRace(error)) return;
      noteFault(notes, error);
      // Seen again in the list it is tried again.
    }
  }

  async #approve({ id }: TaskItem): Promise<void> {
    const { api, officer } = this.options;
    const path = `/api/v1/tasks/${encodeURIComponent(id)}`;
    const task = await api.get<Task>('GET /tasks/{id}', officer.token, path);
    await api.post('POST /tasks/{id}/claim', officer.token, `${path}/claim`);
    await api.post('POST /tasks/{id}/complete', officer.token, `${path}/complete`, {
      outcome: 'approve',
      ...(task.toAcknowledge.length > 0 && { data: { acknowledged: task.toAcknowledge } }),
    });
  }
}

/** Two officers reached for the same task: one of them is told so. */
function isLostRace(error: unknown): boolean {
  return (
    error instanceof UnexpectedAnswer && error.call.endsWith('/claim') && [409, 410].includes(error.status)
  );
}

export function noteFault(notes: Notes, error: unknown): void {
  if (error instanceof UnexpectedAnswer) notes.fault(`${error.call}: ${error.status}`, error.message);
  else notes.fault('generator', (error as Error).stack ?? String(error));
}
