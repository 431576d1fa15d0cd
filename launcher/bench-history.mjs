// `npm run bench:history`: what auditors, analysts, supervisors and operations ask of a history of a hundred thousand reports.
import { runBench } from './bootstrap/run-bench.mjs';

await runBench('bench-history');
