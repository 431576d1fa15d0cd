import type { DataSource } from '@lampid/db/data-source';
import { findOfficer, type Officer } from '@lampid/db/identity/officers';

/** Every request needs its officer; a change of role or area takes effect within `ttlMs`. */
export class OfficerCache {
  readonly #kept = new Map<string, { officer: Officer | null; until: number }>();

  constructor(
    private readonly db: DataSource,
    private readonly ttlMs = 10_000,
  ) {}

  /** After a change here; other processes follow within `ttlMs`. */
  forget(username: string): void {
    this.#kept.delete(username);
  }

  async find(username: string): Promise<Officer | null> {
    const kept = this.#kept.get(username);
    if (kept && kept.until > Date.now()) return kept.officer;
    const officer = await findOfficer(this.db, username);
    if (this.#kept.size > 5_000) this.#kept.clear();
    this.#kept.set(username, { officer, until: Date.now() + this.ttlMs });
    return officer;
  }
}
