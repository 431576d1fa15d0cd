import { recordAttempts, type AttemptRow } from '@lampid/db/kernel/attempt';
import type { DataSource } from 'typeorm';

/**
 * Collects one row per worker run and writes them in batches, off the path of the work itself. A crash may lose the last
 * fraction of a second of this diagnostic log; it never loses an effect (that is `processed_work`).
 */
export class AttemptLog {
  #rows: AttemptRow[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly onTrouble: (error: unknown) => void,
    private readonly flushEveryMs = 250,
    /** Oldest rows go first when the database cannot take them. */
    private readonly bound = 10_000,
  ) {}

  add(row: AttemptRow): void {
    this.#rows.push(row);
    if (this.#rows.length > this.bound) this.#rows.splice(0, this.#rows.length - this.bound);
    this.#timer ??= setTimeout(() => void this.flush(), this.flushEveryMs);
  }

  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length === 0) return this.#writing;
    this.#writing = this.#writing.then(() =>
      recordAttempts(this.dataSource, rows).catch((error: unknown) => {
        this.onTrouble(error);
        this.#rows.unshift(...rows);
      }),
    );
    return this.#writing;
  }
}
