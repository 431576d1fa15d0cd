// `npm run bench:registry`: how fast a city of millions is read.
import { runBench } from './bootstrap/run-bench.mjs';

await runBench('bench-registry');
