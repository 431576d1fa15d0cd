import { expect, test } from 'vitest';
import { add, countVitest, NOTHING, oneCheck } from './tally.js';

const report = (success: boolean, files: [status: string, tests: string[]][]) => ({
  success,
  numPassedTests: files.flatMap(([, tests]) => tests).filter((status) => status === 'passed').length,
  numPendingTests: files.flatMap(([, tests]) => tests).filter((status) => status === 'pending').length,
  numTodoTests: 0,
  testResults: files.map(([status, tests]) => ({
    status,
    assertionResults: tests.map((status) => ({ status })),
  })),
});

test('tests are counted by their own outcome', () => {
  expect(countVitest(report(false, [['failed', ['passed', 'failed', 'failed', 'pending']]]))).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
  });
});

test('a file that does not load counts as one failure, not as none', () => {
  expect(
    countVitest(
      report(false, [
        ['failed', []],
        ['passed', ['passed']],
      ]),
    ).failed,
  ).toBe(1);
});

test('a run that failed between its tests is no success', () => {
  expect(countVitest(report(false, [['passed', ['passed']]])).failed).toBe(1);
});

test('sums', () => {
  expect(add(oneCheck(true), add(oneCheck(false), NOTHING))).toEqual({ passed: 1, failed: 1, skipped: 0 });
});
