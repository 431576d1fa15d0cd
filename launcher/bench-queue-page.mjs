// `npm run bench:queue-page`: a task list of a hundred thousand in a browser.
import { runBench } from './bootstrap/run-bench.mjs';

await runBench('bench-queue-page', { from: 'test/dist/src', without: [] });
