import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PORTS, type PortName } from '../stack/environment.js';
import { openControl } from '../stack/control.js';
import { removePostgresData } from '../stack/postgres.js';
import { type Stack, type StackOptions, startStack } from '../stack/start-stack.js';
import { StateFolder } from '../stack/state.js';
import { clearLeftovers } from '../stack/leftovers.js';

/** Settings of the person at the terminal that would lead a test to other people's databases. */
const NOT_FOR_TESTS = [
  ...['DATABASE_URL', 'ENGINE_URL', 'ENGINE_USER', 'ENGINE_PASSWORD', 'ENGINE_DATABASE_URL', 'OIDC_ISSUER'],
  ...[
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'CITY',
    'CITY_PEERS',
    'SERVICES',
    'DEMO',
    'DATA_DIR',
  ],
  ...[
    'DUKCAPIL_URL',
    'DUKCAPIL_INSTITUTION',
    'DUKCAPIL_USER',
    'DUKCAPIL_PASSWORD',
    'SIAK_SECRET',
    'SIAK_CALLBACK_URL',
  ],
  ...['SMTP_URL', 'MAIL_FROM', 'SESSION_SECRET', 'PROCESSES_DIR', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'LOG_LEVEL'],
];

/**
 * A stack for tests: free ports, a control port, nothing shared with a running `npm start` but the engine's jars. `dataDir`
 * is emptied first, unless its data are to be kept.
 */
export async function startTestStack(
  options: Omit<StackOptions, 'ports' | 'engineCache' | 'env'> & {
    env?: Record<string, string>;
    keepData?: boolean;
  },
): Promise<{ stack: Stack; stop: () => Promise<void> }> {
  const folder = new StateFolder(options.dataDir);
  await clearLeftovers(folder);
  if (!options.keepData) {
    removePostgresData(join(options.dataDir, 'pg'));
    rmSync(options.dataDir, { recursive: true, force: true });
  }

  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !NOT_FOR_TESTS.includes(name)),
  );
  const ports = Object.fromEntries(Object.keys(DEFAULT_PORTS).map((name) => [name, 'free'])) as Record<
    PortName,
    'free'
  >;
  const stack = await startStack({
    restartLimit: Infinity, // tests kill more often than any machine should
    ...options,
    ports,
    engineCache: join(options.root, '.lampid', 'engine-lib'),
    // A fifth event type from a second folder runs beside the four of the product.
    // Tests close months themselves, on whatever day of the month they run.
    env: {
      ...env,
      PROCESSES_DIR: join(options.root, 'test', 'fixtures', 'event-types'),
      CLOSING_CLOCK: '0',
      ...options.env,
    },
  });
  const closeControl = await openControl(stack);
  return {
    stack,
    async stop() {
      await closeControl();
      await stack.stop();
    },
  };
}
