import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on nothing but its arguments: the same run has the same faults. */
export function draw(seed: string, ...parts: (string | number)[]): number {
  return digest(seed, parts).readUIntBE(0, 6) / 2 ** 48;
}

/** A UUID that depends on nothing but its arguments. */
export function seededUuid(seed: string, ...parts: (string | number)[]): string {
  const hex = digest(seed, parts).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function digest(seed: string, parts: (string | number)[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([seed, ...parts]))
    .digest();
}

/** A reproducible stream of choices. */
export class SeededChoices {
  private count = 0;
  private readonly key: string;

  constructor(seed: string, ...parts: (string | number)[]) {
    this.key = JSON.stringify([seed, ...parts]);
  }

  fraction(): number {
    return draw(this.key, this.count++);
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.integer(0, from.length - 1)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  }
}
