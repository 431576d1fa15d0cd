import { VIEW_MS } from '@lampid/db/kernel/case-views';

/**
 * What was written down within the hour, so that pages that ask every few seconds need not ask the database each time. Of more than `most` the
 * oldest are forgotten, and written down once more.
 */
export class Lately {
  readonly #until = new Map<string, number>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(private readonly most: number) {}

  /** Does it unless it was done lately, or is being done, which is waited for; what failed was not done. */
  async once(look: string, write: () => Promise<void>): Promise<void> {
    const now = Date.now();
    if ((this.#until.get(look) ?? 0) > now) return;
    const writing = this.#writing.get(look) ?? write();
    this.#writing.set(look, writing);
    try {
      await writing;
    } finally {
      this.#writing.delete(look);
    }
    this.#until.delete(look);
    this.#until.set(look, now + VIEW_MS);
    if (this.#until.size > this.most) this.#until.delete(this.#until.keys().next().value!);
  }
}
