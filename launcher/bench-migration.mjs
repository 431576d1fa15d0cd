// `npm run bench:migration`: how many running cases move to another version of their model in a second.
import { runBench } from './bootstrap/run-bench.mjs';

await runBench('bench-migration');
