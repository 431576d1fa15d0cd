import { basename } from 'node:path';

/** What a runner counted. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** One line each: which tests failed and with what, or what a tool said. Empty when nothing failed. */
  reasons: string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, reasons: [] };

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    reasons: [...a.reasons, ...b.reasons],
  };
}

/** A check that says only yes or no counts as one. `reasons` are of interest when it failed. */
export function oneCheck(passed: boolean, reasons: string[] = []): Tally {
  return passed
    ? { passed: 1, failed: 0, skipped: 0, reasons: [] }
    : { passed: 0, failed: 1, skipped: 0, reasons };
}

interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
  testResults: {
    /** Path of the file. */
    name: string;
    status: string;
    /** Why the file could not be loaded. */
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}

/**
 * Counts vitest's JSON report. A file that could not even be loaded has no failed test in it: it counts as one. So does a
 * run that failed for another reason (an error between the tests) although every test passed.
 */
export function countVitest(report: VitestReport): Tally {
  const failedIn = (file: VitestReport['testResults'][number]) =>
    file.assertionResults.filter(({ status }) => status === 'failed').length;
  const failed = report.testResults
    .map((file) => (file.status === 'failed' ? Math.max(1, failedIn(file)) : failedIn(file)))
    .reduce((sum, count) => sum + count, 0);
  return {
    passed: report.numPassedTests,
    failed: !report.success && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    reasons: report.testResults.flatMap(reasonsOf),
  };
}

function reasonsOf(file: VitestReport['testResults'][number]): string[] {
  const tests = file.assertionResults.filter(({ status }) => status === 'failed');
  const lines = tests.map(({ fullName, failureMessages }) => [fullName, firstLine(failureMessages?.[0])]);
  if (lines.length === 0 && file.status === 'failed') lines.push(['does not load', firstLine(file.message)]);
  return lines.map((parts) => [basename(file.name), ...parts].join(': '));
}

function firstLine(text: string | undefined): string {
  return (text ?? '').trim().split('\n')[0] ?? '';
}
