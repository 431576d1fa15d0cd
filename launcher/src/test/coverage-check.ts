import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { addCoverage, coverageOfRoom, type FileCoverage, type LineCoverage } from './line-coverage.js';
import { readProcessCoverage } from './process-coverage.js';

const ROOMS = ['domain', 'db', 'workers', 'server'];
/** More than this share of the lines of each room must have run. */
const FLOOR_PERCENT = 80;

/** Merges vitest's own coverage with that of the stack's processes; prints a table; false when a room is below the floor. */
export async function checkCoverage(options: {
  root: string;
  vitestDirs: string[];
  processDir: string;
  print: (line: string) => void;
}): Promise<boolean> {
  const { root, print } = options;
  const total: LineCoverage = new Map();
  for (const dir of options.vitestDirs) {
    const file = join(dir, 'coverage-final.json');
    if (existsSync(file))
      addCoverage(total, JSON.parse(readFileSync(file, 'utf8')) as Record<string, FileCoverage>);
  }
  const isCompiled = (path: string) => ROOMS.some((room) => path.startsWith(join(root, room, 'dist') + '/'));
  for (const seen of await readProcessCoverage(options.processDir, isCompiled)) addCoverage(total, seen);

  const rooms = ROOMS.map((name) => {
    const sources = join(root, name, 'src') + '/';
    // `testing/` holds what only tests call: it is no product code.
    const isSource = (path: string) => path.startsWith(sources) && !/\.(test|d)\.ts$|\/testing\//.test(path);
    return coverageOfRoom(total, { name, isSource });
  });
  for (const { room, covered, total, percent, worst } of rooms) {
    const enough = percent > FLOOR_PERCENT;
    print(
      `    ${enough ? '✓' : '✗'} ${room.padEnd(8)} ${percent.toFixed(1).padStart(5)} %  (${covered}/${total} lines)`,
    );
    if (!enough)
      for (const { path, missing } of worst)
        print(`        ${relative(root, path)}: ${missing} lines never run`);
  }
  return rooms.every(({ percent }) => percent > FLOOR_PERCENT);
}
