import { z } from 'zod';
import { StackError } from './stack-error.js';

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address with ${protocols.join(' or ')}`,
    );

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: url('http:', 'https:').optional(),
    DATABASE_URL: url('postgres:', 'postgresql:').optional(),
    ENGINE_URL: url('http:', 'https:').optional(),
    ENGINE_USER: z.string().optional(),
    ENGINE_PASSWORD: z.string().optional(),
    ENGINE_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
    OIDC_ISSUER: url('http:', 'https:').optional(),
    SMTP_URL: url('smtp:', 'smtps:').optional(),
    DUKCAPIL_URL: url('http:', 'https:').optional(),
  })
  .refine((env) => !env.ENGINE_URL || env.ENGINE_DATABASE_URL, {
    path: ['ENGINE_DATABASE_URL'],
    message: 'ENGINE_URL also needs ENGINE_DATABASE_URL: the change feed is read there',
  });

/** What the person who starts the stack decided through the environment; the rest is passed on to the children as it is. */
export type Settings = z.infer<typeof environment>;

/** Empty values count as absent. Throws a StackError with one clear line. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = issue?.path.join('.') || 'environment';
  throw new StackError(`pengaturan ${name} salah / setting ${name} is wrong: ${issue?.message ?? 'unknown'}`);
}

/** The parts of the world that we must run ourselves because no address replaces them. */
export function embeddedParts(settings: Settings) {
  return {
    appDatabase: !settings.DATABASE_URL,
    engineDatabase: !settings.ENGINE_DATABASE_URL,
    postgres: !settings.DATABASE_URL || !settings.ENGINE_DATABASE_URL,
    engine: !settings.ENGINE_URL,
    mail: !settings.SMTP_URL,
    simulator: !settings.DUKCAPIL_URL,
  };
}
