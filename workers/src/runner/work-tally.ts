import type { TopicTally } from '@lampid/db/kernel/workers';

/** What this process did since it started, by topic. */
export class WorkTally {
  readonly #byTopic: Map<string, TopicTally>;

  constructor(topics: readonly string[]) {
    this.#byTopic = new Map(
      topics.map((topic) => [topic, { topic, running: 0, finished: 0, failed: 0 }] as const),
    );
  }

  /** A step begins. Answers what to call at its end. */
  begin(topic: string): (how: 'finished' | 'failed') => void {
    const tally = this.#byTopic.get(topic);
    if (!tally) return () => undefined;
    tally.running += 1;
    return (how) => {
      tally.running -= 1;
      tally[how] += 1;
    };
  }

  /** As it is now; the caller's own. */
  read(): TopicTally[] {
    return [...this.#byTopic.values()].map((tally) => ({ ...tally }));
  }
}
