import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Journal } from './journal.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lampid-journal-'));
  file = join(folder, 'memory.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('grows with what changes, and shrinks to what is alive at a later start', () => {
  const first = new Journal(file);
  first.table<string>('names').set('32', 'JAWA BARAT');
  for (let count = 1; count <= 1_200; count += 1) first.table<number>('counters').set('letters', count);
  first.close();
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(1_202);

  const second = new Journal(file);
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  second.table<number>('counters').set('letters', 1_201);
  second.close();

  const third = new Journal(file);
  expect(third.table('counters').get('letters')).toBe(1_201);
  expect([...third.table('names').values()]).toEqual(['JAWA BARAT']);
  third.close();
});
