import { join } from 'node:path';
import type { ChildSpec } from './child.js';
import type { StackPorts } from './environment.js';
import { answersOk } from './wait-until.js';

export type AppName = 'simulator' | 'mail' | 'server' | 'workers';

/** Programs of ours that run once and end, in the order of the start. */
export const PROGRAMS = {
  migrate: ['db/dist/cli/migrate.js'],
  seed: ['db/dist/cli/seed.js', '--if-empty'],
  introduce: ['db/dist/cli/introduce-residents.js'],
  deploy: ['server/dist/cli/deploy.js'],
} as const;

export type ProgramName = keyof typeof PROGRAMS;

const ENTRY: Record<AppName, string> = {
  simulator: 'launcher/dist/simulator/main.js',
  mail: 'launcher/dist/mail/main.js',
  server: 'server/dist/main.js',
  workers: 'workers/dist/main.js',
};

/** Processes that send spans when the environment names a collector. */
const TRACED: readonly AppName[] = ['server', 'workers'];

/** Own settings of each process, beside the environment that all share. */
function ownEnvironment(name: AppName, ports: StackPorts): Record<string, string> {
  switch (name) {
    case 'simulator':
      return { PORT: String(ports.simulator), HOST: '127.0.0.1' };
    case 'mail':
      return { PORT: String(ports.mailPage), SMTP_PORT: String(ports.smtp), HOST: '127.0.0.1' };
    case 'workers':
      return { METRICS_PORT: String(ports.workers) };
    case 'server':
      return {};
  }
}

function healthPort(name: AppName, ports: StackPorts): number {
  return { simulator: ports.simulator, mail: ports.mailPage, server: ports.web, workers: ports.workers }[
    name
  ];
}

export function appSpec(options: {
  name: AppName;
  root: string;
  ports: StackPorts;
  env: NodeJS.ProcessEnv;
  logFile: string;
}): ChildSpec {
  const { name, root, ports, env, logFile } = options;
  const traced = env['OTEL_EXPORTER_OTLP_ENDPOINT'] && TRACED.includes(name);
  return {
    name,
    command: process.execPath,
    // First of all: libraries are instrumented as they are imported.
    args: [...(traced ? ['--import', join(root, 'server', 'otel.mjs')] : []), join(root, ENTRY[name])],
    cwd: root,
    env: { ...env, ...ownEnvironment(name, ports) },
    logFile,
    ready: () => answersOk(`http://127.0.0.1:${healthPort(name, ports)}/healthz`),
    readyTimeoutMs: 120_000,
  };
}
