// `npm run bench`: what the whole stack carries.
import { runBench } from './bootstrap/run-bench.mjs';

await runBench('bench');
