/** Istanbul's shape, as far as lines need it. */
export interface FileCoverage {
  statementMap: Record<string, { start: { line: number } }>;
  s: Record<string, number>;
}

/** Per source file (absolute path): line -> was it ever run. Only lines on which a statement begins. */
export type LineCoverage = Map<string, Map<number, boolean>>;

/**
 * Adds what one source of coverage saw. The same file may come in several times, transformed by different tools: a line
 * counts as run when anybody saw it run.
 */
export function addCoverage(total: LineCoverage, seen: Record<string, FileCoverage>): void {
  for (const [path, file] of Object.entries(seen)) {
    const lines = total.get(path) ?? new Map<number, boolean>();
    total.set(path, lines);
    for (const [id, { start }] of Object.entries(file.statementMap)) {
      lines.set(start.line, (lines.get(start.line) ?? false) || (file.s[id] ?? 0) > 0);
    }
  }
}

export interface RoomCoverage {
  room: string;
  covered: number;
  total: number;
  /** 0..100; 0 for a room without a line. */
  percent: number;
  /** The files with the most lines that nobody ran. */
  worst: { path: string; missing: number }[];
}

/** `isSource` decides which files are the room's own product code. */
export function coverageOfRoom(
  total: LineCoverage,
  room: { name: string; isSource: (path: string) => boolean },
): RoomCoverage {
  const files = [...total].filter(([path]) => room.isSource(path));
  const counted = files.map(([path, lines]) => {
    const covered = [...lines.values()].filter(Boolean).length;
    return { path, covered, total: lines.size, missing: lines.size - covered };
  });
  const covered = counted.reduce((sum, file) => sum + file.covered, 0);
  const all = counted.reduce((sum, file) => sum + file.total, 0);
  const worst = counted.filter(({ missing }) => missing > 0).sort((a, b) => b.missing - a.missing);
  return {
    room: room.name,
    covered,
    total: all,
    percent: all === 0 ? 0 : (100 * covered) / all,
    worst: worst.slice(0, 5),
  };
}
