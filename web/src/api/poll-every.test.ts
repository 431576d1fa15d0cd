import { expect, it } from 'vitest';
import { pollEvery } from './poll-every.js';
import { ProblemError } from './problem.js';

const after = (error: Error | null) => pollEvery(5_000)({ state: { error } });
const problem = (status: number) => new ProblemError({ status, title: { id: '', en: '' }, errors: [] });

it('goes on through trouble and stops at a refusal', () => {
  expect(after(null)).toBe(5_000);
  expect(after(problem(0))).toBe(5_000);
  expect(after(problem(503))).toBe(5_000);
  expect(after(problem(403))).toBe(false);
  expect(after(problem(401))).toBe(false);
});
