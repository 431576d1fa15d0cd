/** `node processes/dist/src/lint/cli.js [second folder]`: lints the bundles of all event types. Exit code 1 on any problem. */
import { relative } from 'node:path';
import { findEvents } from '../find-events.js';
import { lintBundle, type LintProblem } from './lint-bundle.js';

const processesDir = process.argv[2] ?? process.env['PROCESSES_DIR'];
const types = await findEvents(processesDir ? { processesDir } : {});
let total = 0;
for (const { definition, folder, bundle } of types) {
  const { resources } = await bundle();
  const problems = await lintBundle(resources);
  total += problems.length;
  const files = `${resources.length} files`;
  console.log(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${definition.id}  ${relative('.', folder)}  ${files}`,
  );
  for (const problem of problems) console.log(line(problem));
}
console.log(`${types.length} event types, ${total} problems`);
process.exitCode = total === 0 ? 0 : 1;

function line({ severity, resource, element, rule, message }: LintProblem): string {
  return `     ${severity.padEnd(7)} ${resource}${element ? `#${element}` : ''}  ${message.en}  (${rule})`;
}
