/** Which cases come, in which order: exact shares in every block, spread evenly, the same on every run. */
export interface CaseKind {
  type: 'birth' | 'death' | 'move' | 'arrival';
  /** Sent with a real error first. */
  returned: boolean;
  /** Severity L or A. */
  special: boolean;
  /** Of moves: to another city. Every second one. */
  leaves: boolean;
}

const SHARES = { birth: 40, death: 20, move: 20, arrival: 20 } as const;
/** Of each type. */
const RETURNED = 0.1;
const SPECIAL = 0.05;
/** Small enough that a short run has the right mix too, large enough for whole numbers: 20 % of it = 40, 5 % of that = 2. */
const BLOCK = 200;

export function* caseMix(): Generator<CaseKind, never> {
  const block = mixedBlock();
  for (;;) yield* block;
}

export function mixedBlock(): CaseKind[] {
  const kinds = Object.entries(SHARES).flatMap(([type, percent]) => {
    const count = (BLOCK * percent) / 100;
    const returned = Math.round(count * RETURNED);
    const doubtful = Math.round(count * SPECIAL);
    return Array.from({ length: count }, (_, index): CaseKind => ({
      type: type as CaseKind['type'],
      returned: index < returned,
      special: index >= returned && index < returned + doubtful,
      leaves: type === 'move' && index % 2 === 0,
    }));
  });
  // 61 shares no factor with 200: every place is met once, types and faults take turns.
  return kinds.map((_, index) => kinds[(index * 61) % BLOCK]!);
}
