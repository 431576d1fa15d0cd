/** The simulator's process: `PORT=13010 SIAK_SECRET=... node main.js`. config.ts lists the variables. */
import { readSimulatorConfig } from './config.js';
import { createLog } from './log.js';
import { startSimulator } from './simulator.js';

const log = createLog((line) => process.stdout.write(line));

try {
  const config = readSimulatorConfig(process.env);
  const simulator = await startSimulator(config, { log });
  log('info', 'simulator listening', {
    url: simulator.url,
    callbackUrl: config.callbackUrl,
    memoryFile: config.memoryFile,
  });
  const stop = () => {
    void simulator.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  log('error', 'simulator did not start', { error: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
