/** Tells whoever watches a queue that it changed: one listener per process, as many watchers as are bounded. */
import { countQueue, type QueueCounts } from '@lampid/db/approval/queue';
import type { DataSource } from '@lampid/db/data-source';
import { Problem } from '../http/problem.js';
import { hangBell } from '../kernel/postgres-bell.js';
import type { Log } from '../observability/log.js';

/** Channel of `approval.tell_queue`; the payload is the group's name. */
const CHANNEL = 'lampid_queue';
const MOST_WATCHERS = 2_000;
const MOST_OF_ONE = 8;
/** Changes within this time are told as one. */
const GATHER_MS = 400;

export interface Watcher {
  username: string;
  groups: string[];
  tell(counts: QueueCounts): void;
  /** The process ends. */
  end(): void;
}

export class QueueWatch {
  readonly #watchers = new Set<Watcher>();
  readonly #due = new Map<Watcher, NodeJS.Timeout>();
  #bell: { stop(): Promise<void> } | null = null;

  constructor(private readonly deps: { db: DataSource; url: string; log: Log }) {}

  /** Tells at once how things stand, then after every change. Answers how to stop. @throws Problem 429 */
  watch(watcher: Watcher): () => void {
    const own = [...this.#watchers].filter(({ username }) => username === watcher.username).length;
    if (this.#watchers.size >= MOST_WATCHERS || own >= MOST_OF_ONE) throw new Problem('too-many-requests');
    const { url, log } = this.deps;
    this.#bell ??= hangBell({
      ...{ url, log, channel: CHANNEL, name: 'lampid-queue-bell' },
      ring: (group) => this.#changed(group),
    });
    this.#watchers.add(watcher);
    this.#tellSoon(watcher, 0);
    return () => {
      this.#watchers.delete(watcher);
      clearTimeout(this.#due.get(watcher));
      this.#due.delete(watcher);
    };
  }

  async close(): Promise<void> {
    for (const watcher of [...this.#watchers]) watcher.end();
    await this.#bell?.stop();
  }

  /** An empty name: something may have been missed. */
  #changed(group: string): void {
    for (const watcher of this.#watchers)
      if (group === '' || watcher.groups.includes(group)) this.#tellSoon(watcher, GATHER_MS);
  }

  #tellSoon(watcher: Watcher, waitMs: number): void {
    if (this.#due.has(watcher)) return;
    const timer = setTimeout(() => void this.#tell(watcher), waitMs);
    this.#due.set(watcher, timer);
  }

  async #tell(watcher: Watcher): Promise<void> {
    this.#due.delete(watcher);
    try {
      const { groups, username } = watcher;
      const counts = await countQueue(this.deps.db, { groups, username });
      if (this.#watchers.has(watcher)) watcher.tell(counts);
    } catch (error) {
      this.deps.log.warn({ err: error }, 'queue could not be counted');
    }
  }
}
