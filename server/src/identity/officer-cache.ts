import { deputisedBy, type Deputised } from '@lampid/db/identity/absences';
import { findOfficer, type Officer } from '@lampid/db/identity/officers';
import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../deps.js';

/** An officer as of today. */
export interface KnownOfficer extends Officer {
  /** Whose deputy they are. */
  deputising: Deputised[];
}

/** Every request needs its officer; a change of role, area or deputies takes effect within `ttlMs`. */
export class OfficerCache {
  readonly #kept = new Map<string, { officer: KnownOfficer | null; until: number }>();

  constructor(
    private readonly deps: Pick<Deps, 'db' | 'now'>,
    private readonly ttlMs = 10_000,
  ) {}

  /** After a change here; other processes follow within `ttlMs`. */
  forget(username: string): void {
    this.#kept.delete(username);
  }

  async find(username: string): Promise<KnownOfficer | null> {
    const kept = this.#kept.get(username);
    if (kept && kept.until > Date.now()) return kept.officer;
    const officer = await this.#read(username);
    if (this.#kept.size > 5_000) this.#kept.clear();
    this.#kept.set(username, { officer, until: Date.now() + this.ttlMs });
    return officer;
  }

  async #read(username: string): Promise<KnownOfficer | null> {
    const { db, now } = this.deps;
    const [officer, deputising] = await Promise.all([
      findOfficer(db, username),
      deputisedBy(db.manager, { username, today: todayJakarta(now()) }),
    ]);
    return officer && { ...officer, deputising };
  }
}
