/** `node processes/dist/src/lint/cli.js [second folder]`: lints the bundles of all event types, and of the practice. Exit code 1 on any problem. */
import { relative } from 'node:path';
import { findEvents, typesByProcess } from '../find-events.js';
import { PRACTICE_PROCESS, practiceModel } from '../practice-model.js';
import { lintBundle, type LintProblem } from './lint-bundle.js';

const processesDir = process.argv[2] ?? process.env['PROCESSES_DIR'];
const types = await findEvents(processesDir ? { processesDir } : {});
const models = [
  ...types.map(({ definition: { id }, folder, bundle }) => ({ id, folder, bundle })),
  { id: PRACTICE_PROCESS, ...practiceModel },
];
let total = 0;
for (const { id, folder, bundle } of models) {
  const { resources } = await bundle();
  const problems = await lintBundle(resources, typesByProcess(types));
  total += problems.length;
  const files = `${resources.length} files`;
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${id}  ${relative('.', folder)}  ${files}`);
  for (const problem of problems) console.log(line(problem));
}
console.log(`${types.length} event types and the practice, ${total} problems`);
process.exitCode = total === 0 ? 0 : 1;

function line({ severity, resource, element, rule, message }: LintProblem): string {
  return `     ${severity.padEnd(7)} ${resource}${element ? `#${element}` : ''}  ${message.en}  (${rule})`;
}
