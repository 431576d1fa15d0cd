import { expect, test } from 'vitest';
import { add, countVitest, NOTHING, oneCheck } from './tally.js';

const report = (success: boolean, files: [status: string, tests: string[]][]) => ({
  success,
  numPassedTests: files.flatMap(([, tests]) => tests).filter((status) => status === 'passed').length,
  numPendingTests: files.flatMap(([, tests]) => tests).filter((status) => status === 'pending').length,
  numTodoTests: 0,
  testResults: files.map(([status, tests]) => ({
    name: '/somewhere/births.test.ts',
    status,
    message: 'SyntaxError: no such thing\nat line 3',
    assertionResults: tests.map((status) => ({
      status,
      fullName: 'a birth is registered',
      failureMessages:
        status === 'failed' ? ['AssertionError: expected 1 to be 2\n    at births.test.ts:3'] : [],
    })),
  })),
});

test('tests are counted by their own outcome', () => {
  expect(countVitest(report(false, [['failed', ['passed', 'failed', 'failed', 'pending']]]))).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    reasons: [
      'births.test.ts: a birth is registered: AssertionError: expected 1 to be 2',
      'births.test.ts: a birth is registered: AssertionError: expected 1 to be 2',
    ],
  });
});

test('a file that does not load counts as one failure, not as none', () => {
  const counted = countVitest(
    report(false, [
      ['failed', []],
      ['passed', ['passed']],
    ]),
  );
  expect(counted).toMatchObject({
    failed: 1,
    reasons: ['births.test.ts: does not load: SyntaxError: no such thing'],
  });
});

test('a run that failed between its tests is no success', () => {
  expect(countVitest(report(false, [['passed', ['passed']]])).failed).toBe(1);
});

test('sums', () => {
  expect(add(oneCheck(true, ['said much']), add(oneCheck(false, ['no Java']), NOTHING))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    reasons: ['no Java'],
  });
});
