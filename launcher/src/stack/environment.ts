import { postgresUrl } from './postgres.js';
import type { Settings } from './settings.js';
import type { Secrets } from './state.js';

export const APP_DATABASE = 'lampid';
export const ENGINE_DATABASE = 'engine';

/** Ports of this start. */
export interface StackPorts {
  web: number;
  postgres: number;
  engine: number;
  simulator: number;
  mailPage: number;
  smtp: number;
  workers: number;
}

export type PortName = keyof StackPorts;

/** Fixed, so that bookmarks and habits hold; an inner part moves when somebody else has its port. */
export const DEFAULT_PORTS: StackPorts = {
  web: 3000,
  postgres: 15432,
  engine: 18080,
  simulator: 13010,
  mailPage: 13025,
  smtp: 12525,
  workers: 13001,
};

/** The one environment that every process of ours gets (each adds its own PORT). */
export function stackEnvironment(options: {
  settings: Settings;
  ports: StackPorts;
  secrets: Secrets;
  dataDir: string;
  city: string;
}): Record<string, string> {
  const { settings, ports, secrets } = options;
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${ports.web}`;
  return {
    DATABASE_URL:
      settings.DATABASE_URL ??
      postgresUrl({ port: ports.postgres, password: secrets.database, database: APP_DATABASE }),
    ENGINE_DATABASE_URL:
      settings.ENGINE_DATABASE_URL ??
      postgresUrl({ port: ports.postgres, password: secrets.database, database: ENGINE_DATABASE }),
    ENGINE_URL: settings.ENGINE_URL ?? `http://127.0.0.1:${ports.engine}/engine-rest`,
    ENGINE_USER: settings.ENGINE_USER ?? 'lampid',
    ENGINE_PASSWORD: settings.ENGINE_PASSWORD ?? secrets.engine,
    ...(settings.OIDC_ISSUER ? { OIDC_ISSUER: settings.OIDC_ISSUER } : {}),
    OIDC_CLIENT_ID: 'lampid-web',
    OIDC_CLIENT_SECRET: secrets.oidcClient,
    PORT: String(ports.web),
    HOST: settings.HOST,
    PUBLIC_URL: publicUrl,
    CITY: options.city,
    SERVICES: 'all',
    SESSION_SECRET: secrets.session,
    DEMO: '1',
    DUKCAPIL_URL: settings.DUKCAPIL_URL ?? `http://127.0.0.1:${ports.simulator}`,
    DUKCAPIL_INSTITUTION: 'disdukcapil-bandung',
    DUKCAPIL_USER: 'lampid',
    DUKCAPIL_PASSWORD: secrets.dukcapil,
    SIAK_SECRET: secrets.siak,
    SIAK_CALLBACK_URL: `http://127.0.0.1:${ports.web}/api/v1/inbound/siak`,
    SMTP_URL: settings.SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: 'e-LAMPID <no-reply@lampid.local>',
    DATA_DIR: options.dataDir,
    METRICS_PORT: String(ports.workers),
  };
}

/** What the environment of the launcher already says about a name wins, except for the addresses worked out here. */
const DECIDED_BY_PERSON = [
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'CITY',
  'SERVICES',
  'SESSION_SECRET',
  'DEMO',
  'DUKCAPIL_INSTITUTION',
  'DUKCAPIL_USER',
  'DUKCAPIL_PASSWORD',
  'SIAK_SECRET',
  'SIAK_CALLBACK_URL',
  'MAIL_FROM',
] as const;

export function withPersonalChoices(
  environment: Record<string, string>,
  outer: NodeJS.ProcessEnv,
): Record<string, string> {
  const chosen = DECIDED_BY_PERSON.flatMap((name) => (outer[name] ? [[name, outer[name]] as const] : []));
  return { ...environment, ...Object.fromEntries(chosen) };
}
