import { expect, test } from 'vitest';
import { addCoverage, coverageOfRoom, type LineCoverage } from './line-coverage.js';

const file = (hits: Record<number, number>) => ({
  statementMap: Object.fromEntries(
    Object.keys(hits).map((line) => [line, { start: { line: Number(line) } }]),
  ),
  s: Object.fromEntries(Object.entries(hits)),
});

test('a line is covered when any of the processes ran it', () => {
  const total: LineCoverage = new Map();
  addCoverage(total, { '/r/db/src/a.ts': file({ 1: 1, 2: 0, 3: 0 }) });
  addCoverage(total, { '/r/db/src/a.ts': file({ 1: 0, 2: 5 }), '/r/db/src/b.ts': file({ 7: 0 }) });

  const room = coverageOfRoom(total, { name: 'db', isSource: (path) => path.startsWith('/r/db/src/') });
  expect(room).toMatchObject({ covered: 2, total: 4, percent: 50 });
  expect(room.worst).toMatchObject([
    { path: '/r/db/src/a.ts', missing: 1 },
    { path: '/r/db/src/b.ts', missing: 1 },
  ]);
});

test('a room without a line is not fully covered', () => {
  expect(coverageOfRoom(new Map(), { name: 'db', isSource: () => true }).percent).toBe(0);
});
