/** What officers are called, asked for together as pages come upon their user names, and kept. */
export interface SpokenName {
  username: string;
  name: string;
  /** Another account bears the same name. */
  shared: boolean;
}

/** As many as the server tells at once. */
const MOST_AT_ONCE = 50;
/** Names of one page are come upon one after the other. */
const GATHER_MS = 10;
/** Somebody marries, an account is corrected: what is older is asked for again, and shown meanwhile. */
const FRESH_MS = 300_000;

/** Names by user name; null where the server names nobody so. Another object whenever something was learnt. */
export type KnownNames = ReadonlyMap<string, SpokenName | null>;

export class NameBook {
  #known: KnownNames = new Map();
  readonly #askedAt = new Map<string, number>();
  readonly #wanted = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly ask: (usernames: string[]) => Promise<SpokenName[]>,
    private readonly now: () => number = Date.now,
  ) {}

  readonly known = () => this.#known;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** `Dadang Hidayat`; with the user name where another one is called so too; the user name alone while, or where, no name is known. */
  nameOf(username: string, known: KnownNames = this.#known): string {
    const askedAt = this.#askedAt.get(username);
    if (askedAt === undefined || this.now() - askedAt > FRESH_MS) this.#want(username);
    const name = known.get(username);
    if (!name) return username;
    return name.shared ? `${name.name} (${username})` : name.name;
  }

  #want(username: string): void {
    this.#wanted.add(username);
    if (this.#timer === null) this.#timer = setTimeout(() => void this.#askAll(), GATHER_MS);
  }

  async #askAll(): Promise<void> {
    this.#timer = null;
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    // Asked once, whatever comes of it: a page that draws often does not ask as often.
    for (const username of wanted) this.#askedAt.set(username, this.now());
    for (let from = 0; from < wanted.length; from += MOST_AT_ONCE)
      await this.#learn(wanted.slice(from, from + MOST_AT_ONCE));
  }

  async #learn(usernames: string[]): Promise<void> {
    let found: SpokenName[];
    try {
      found = await this.ask(usernames);
    } catch {
      // Without a line the user name stands; whoever draws after it is back asks again.
      for (const username of usernames) this.#askedAt.delete(username);
      return;
    }
    this.#known = new Map([
      ...this.#known,
      ...usernames.map(
        (username) => [username, found.find((name) => name.username === username) ?? null] as const,
      ),
    ]);
    for (const listener of this.#listeners) listener();
  }
}
