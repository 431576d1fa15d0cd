import { expect, it, vi } from 'vitest';
import { keepHouse } from './housekeeping.js';
import { createLog } from './log.js';
import { createMetrics } from './metrics.js';

it('does every chore of a look, tells those that fail by their name and counts them', async () => {
  const log = createLog({ level: 'silent', service: 'test' });
  const warn = vi.spyOn(log, 'warn');
  const metrics = createMetrics();
  const done: string[] = [];
  const chores = {
    outbox: () => Promise.reject(new Error('locked')),
    viewers: () => Promise.resolve(done.push('viewers')),
    issuer: () => Promise.reject(new Error('away')),
    workers: () => Promise.resolve(done.push('workers')),
  };
  await keepHouse({ log, metrics }, chores);
  await keepHouse({ log, metrics }, { ...chores, issuer: () => Promise.resolve(done.push('issuer')) });
  expect(done).toEqual(['viewers', 'workers', 'viewers', 'issuer', 'workers']);
  const { values } = await metrics.choresFailed.get();
  expect(values.map(({ labels, value }) => [labels.chore, value])).toEqual([
    ['outbox', 2],
    ['issuer', 1],
  ]);
  expect(warn.mock.calls.map(([told]) => (told as { chore: string }).chore)).toEqual([
    ...['outbox', 'issuer', 'outbox'],
  ]);
});
