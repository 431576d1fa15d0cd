import { expect, it } from 'vitest';
import { stateOf } from './state-of.js';

it('both days count, and what was ended early counts no longer', () => {
  const absence = { from: '2026-12-01', until: '2026-12-03', endedAt: null };
  const on = (today: string) => stateOf(absence, today);
  expect(['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'].map(on)).toEqual([
    ...['coming', 'running', 'running', 'over'],
  ]);
  expect(stateOf({ ...absence, endedAt: '2026-12-02T01:00:00Z' }, '2026-12-02')).toBe('ended');
});
