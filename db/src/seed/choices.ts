/** A reproducible stream of choices: the same seed gives the same people on every machine. */
export class Choices {
  private state: number;

  constructor(seed: string) {
    // FNV-1a spreads similar seeds far apart.
    this.state = 0x811c9dc5;
    for (const character of seed) this.state = Math.imul(this.state ^ character.charCodeAt(0), 0x01000193);
  }

  /** In [0, 1), by mulberry32. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  pick<T>(from: readonly T[]): T {
    return from[this.integer(0, from.length - 1)]!;
  }

  /** One of the keys, as often as its weight says. */
  weighted<T>(from: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.fraction() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of from) if ((left -= weight) < 0) return value;
    return from.at(-1)![0];
  }
}
