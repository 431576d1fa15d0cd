/** The environment of the server, read once. A bad value stops the start with one clear line (see `ConfigError`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityPeersVariable } from '@lampid/db/integration/dukcapil/city-peers';
import { z } from 'zod';

/**
 * Parts that `SERVICES` may name: bounded contexts (their routes), the web site, and the loops. Each can run in a process
 * of its own; `identity` holds sign-in and the embedded issuer.
 */
export const SERVICE_NAMES = [
  ...([
    'identity',
    'reporting',
    'registry',
    'approval',
    'integration',
    'notification',
    'statistics',
  ] as const),
  ...(['audit', 'modeling', 'site', 'relay', 'projector'] as const),
] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

const url = z.url({ protocol: /^(https?|postgres(ql)?|smtps?)$/ });
const flag = z.enum(['0', '1']).transform((value) => value === '1');

const services = z.string().transform((text, context): ServiceName[] => {
  if (text === 'all') return [...SERVICE_NAMES];
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !SERVICE_NAMES.includes(name as ServiceName));
  if (unknown.length === 0) return names as ServiceName[];
  context.addIssue(`unknown service ${unknown.join(', ')}; known: all, ${SERVICE_NAMES.join(', ')}`);
  return z.NEVER;
});

/** As express reads them: an address, a range, or one of its names for ranges. */
const proxies = z
  .string()
  .transform((text) => text.split(',').map((proxy) => proxy.trim()))
  .pipe(
    z.array(
      z.union(
        [z.enum(['loopback', 'linklocal', 'uniquelocal']), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
        'names addresses, ranges (10.0.0.0/8), or loopback',
      ),
    ),
  );

const environment = z.object({
  DATABASE_URL: url,
  DB_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(16),
  ENGINE_URL: url,
  ENGINE_USER: z.string().min(1),
  ENGINE_PASSWORD: z.string().min(1),
  ENGINE_DATABASE_URL: url,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  CITY: z
    .string()
    .regex(/^\d{2}\.\d{2}$/, 'must look like 32.73')
    .default('32.73'),
  /** Proxies in front of us, whose word on where a request came from is believed; of everybody else only the connection itself is. */
  TRUSTED_PROXIES: proxies.default(['loopback']),
  SERVICES: services.default([...SERVICE_NAMES]),
  SESSION_SECRET: z.string().min(16, 'needs at least 16 characters'),
  DEMO: flag.default(true),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().default('lampid-web'),
  OIDC_CLIENT_SECRET: z.string().min(1),
  OIDC_AUDIENCE: z.string().default('urn:lampid:api'),
  /** Cities that run e-LAMPID and are asked directly about their letters. */
  CITY_PEERS: cityPeersVariable,
  DUKCAPIL_URL: url,
  DUKCAPIL_INSTITUTION: z.string().default('disdukcapil-bandung'),
  DUKCAPIL_USER: z.string().default('lampid'),
  DUKCAPIL_PASSWORD: z.string().default(''),
  DUKCAPIL_CLIENT_IP: z.string().default('127.0.0.1'),
  SIAK_SECRET: z.string().min(8),
  SMTP_URL: url.optional(),
  MAIL_FROM: z.string().default('e-LAMPID <no-reply@lampid.local>'),
  PROCESSES_DIR: z.string().optional(),
  /** 0 = nobody begins the monthly closing by himself on the first of a month: it is begun by hand. */
  CLOSING_CLOCK: flag.default(true),
  /** 1 = an answer that is not what its route promises becomes a 500: for tests, it costs a parse per answer. */
  CHECK_REPLIES: flag.default(false),
  DATA_DIR: z.string().default('.lampid'),
  /** As the workers': both sign content with the same office key. */
  OFFICE_KEY_FILE: z.string().optional(),
  /** Key and certificates that PDF files are signed with; a DEMO one is made when the file is missing. */
  DOCUMENT_SIGNER_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = Readonly<z.infer<typeof environment>> & {
  /** The issuer whose tokens are trusted: our own at PUBLIC_URL/oidc, or OIDC_ISSUER. */
  readonly issuer: string;
  readonly embeddedIssuer: boolean;
};

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** @throws ConfigError with one line that names every bad variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`bad environment: ${faults.join('; ')}`);
  }
  const values = { ...parsed.data, PUBLIC_URL: parsed.data.PUBLIC_URL.replace(/\/+$/, '') };
  // The embedded issuer knows no passwords: only demo accounts can sign in there.
  if (!values.DEMO && !values.OIDC_ISSUER)
    throw new ConfigError(
      'bad environment: DEMO=0 needs OIDC_ISSUER (the embedded issuer serves demo accounts only)',
    );
  const secrets = Object.values(values.CITY_PEERS).map(({ secret }) => secret);
  if (values.CITY in values.CITY_PEERS || secrets.includes(values.SIAK_SECRET))
    throw new ConfigError('bad environment: CITY_PEERS names other cities, none with the secret of SIAK');
  return {
    ...values,
    issuer: values.OIDC_ISSUER ?? `${values.PUBLIC_URL}/oidc`,
    embeddedIssuer: !values.OIDC_ISSUER,
  };
}

/** For command line tools: the environment, completed by that of the running stack (`.lampid/stack.json`) when there is one. */
export function environmentOfRunningStack(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const file = join(env.DATA_DIR ?? '.lampid', 'stack.json');
  if (env.DATABASE_URL || !existsSync(file)) return env;
  const state = z
    .object({ env: z.record(z.string(), z.string()) })
    .safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return state.success ? { ...state.data.env, ...env } : env;
}
