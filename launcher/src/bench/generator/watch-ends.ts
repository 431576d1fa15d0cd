import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ENDED_STATUSES } from '@lampid/domain/report-status';
import type { OpenCases } from './cases.js';
import type { Notes } from './notes.js';

const POLL_MS = 200;
const ENDED = new Set<string>(ENDED_STATUSES);

/**
 * Sees cases come to their end. Officers do not wait for that, so there is no call of theirs to imitate: one look at the
 * status column for all cases under way costs the database next to nothing.
 */
export class EndWatch {
  #stopped = false;
  readonly #client: pg.Client;
  readonly #running: Promise<void>;

  constructor(
    databaseUrl: string,
    private readonly cases: OpenCases,
    private readonly notes: Notes,
    private readonly ended: () => void,
  ) {
    this.#client = new pg.Client({ connectionString: databaseUrl, application_name: 'lampid-bench' });
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    await this.#client.connect();
    while (!this.#stopped) {
      if (this.cases.size > 0) await this.#look();
      await sleep(POLL_MS);
    }
    await this.#client.end();
  }

  async #look(): Promise<void> {
    const { rows } = await this.#client.query<{ id: string; status: string }>({
      name: 'ends',
      text: `select id, status from reporting.report where id = any($1::uuid[])
             and status not in ('submitted', 'in_review', 'awaiting_decision', 'registering')`,
      values: [this.cases.ids()],
    });
    for (const { id, status } of rows) {
      const open = this.cases.get(id);
      if (!open) continue;
      if (ENDED.has(status)) {
        if (status !== 'completed') this.notes.fault(`ended as ${status}`, id);
      } else if (status === 'returned') {
        // Ours come back on purpose; another one will never end by itself.
        if (open.report.wrong) continue;
        this.notes.fault(`returned unexpectedly: ${open.report.type}`, id);
      } else if (status !== 'registered' || !open.report.leaves) continue;
      this.cases.end(id);
    }
    this.ended();
  }
}
