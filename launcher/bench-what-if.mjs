// `npm run bench:what-if`: how long a changed table takes over ten thousand cases.
import { runBench } from './bootstrap/run-bench.mjs';

await runBench('bench-what-if');
