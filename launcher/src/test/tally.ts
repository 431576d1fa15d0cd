/** What a runner counted. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A check that says only yes or no counts as one. */
export function oneCheck(passed: boolean): Tally {
  return passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
  testResults: { status: string; assertionResults: { status: string }[] }[];
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
  };
}
