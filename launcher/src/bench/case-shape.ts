/** What a case makes the engine do, without anything of its content. */
export interface CaseShape {
  /** Process key = event type. */
  type: string;
  /** Has errors at first, is corrected and resubmitted once. */
  returned: boolean;
  /** Needs the second decision (severity L or A). */
  special: boolean;
  /** People whose NIK is verified, one after another. */
  subjectCount: number;
  /** Outputs of `register-event` that the model reads. */
  moveScope?: 'intra' | 'inter';
  arrivalCount?: number;
}

/** Shapes in turn, for ever. */
export function* repeat(shapes: readonly CaseShape[]): Generator<CaseShape, never> {
  if (shapes.length === 0) throw new Error('no case shapes');
  for (;;) yield* shapes;
}

/** When no run through the HTTP face has shown better (`--bare`): the mix, with families of the usual size. */
export function usualShapes(): CaseShape[] {
  const block: CaseShape[] = [];
  const add = (count: number, shape: Omit<CaseShape, 'returned' | 'special'>) => {
    for (let index = 0; index < count; index++) {
      block.push({ ...shape, returned: index % 10 === 3, special: index % 20 === 7 });
    }
  };
  add(80, { type: 'birth', subjectCount: 2 });
  add(40, { type: 'death', subjectCount: 1 });
  add(20, { type: 'move', subjectCount: 4, moveScope: 'inter' });
  add(20, { type: 'move', subjectCount: 4, moveScope: 'intra' });
  add(40, { type: 'arrival', subjectCount: 4, arrivalCount: 4 });
  // 61 shares no factor with 200: the types take turns.
  return block.map((_, index) => block[(index * 61) % block.length]!);
}
