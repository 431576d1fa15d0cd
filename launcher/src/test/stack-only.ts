import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consoleReporter } from '../stack/steps.js';
import { startTestStack } from './test-stack.js';

// `npm run test:stack`: the stack of the tests, kept up, so that single test files can be run again and again:
// `npx vitest run --project api test/api/some.test.ts` finds it by itself.

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const { stack, stop } = await startTestStack({
  root,
  dataDir: join(root, '.lampid-test', 'stack'),
  reporter: consoleReporter(),
  onGaveUp: (reason) => console.error(reason),
});
console.log(stack.env['PUBLIC_URL']);
// A signal to the whole group arrives twice, once by way of `test.mjs`: the second must not end us in the middle of stopping.
let stopped: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void (stopped ??= stop().then(() => process.exit(0))));
}
