import { join } from 'node:path';
import { cityPeersVariable } from '@lampid/db/integration/dukcapil/city-peers';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url(),
  DB_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(12),
  ENGINE_URL: z.url(),
  ENGINE_USER: z.string().min(1),
  ENGINE_PASSWORD: z.string().min(1),
  ENGINE_DATABASE_URL: z.url(),
  CITY: z
    .string()
    .regex(/^\d{2}\.\d{2}$/)
    .default('32.73'),
  /** Cities that run e-LAMPID and are asked directly about their letters. */
  CITY_PEERS: cityPeersVariable,
  DUKCAPIL_URL: z.url(),
  SIAK_URL: z.url().optional(),
  DUKCAPIL_INSTITUTION: z.string().default('e-lampid'),
  DUKCAPIL_USER: z.string().min(1),
  DUKCAPIL_PASSWORD: z.string().min(1),
  DUKCAPIL_CLIENT_IP: z.string().default('127.0.0.1'),
  DUKCAPIL_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().default('e-LAMPID <no-reply@e-lampid.invalid>'),
  /** Where citizens follow their cases: `/track` of it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  PROCESSES_DIR: z.string().optional(),
  DATA_DIR: z.string().default('.lampid'),
  OFFICE_KEY_FILE: z.string().optional(),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  HOST: z.string().default('127.0.0.1'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(24),
  /** First waits of a posting to a SIAK that does not answer, comma list of seconds; the last repeats. */
  SIAK_RESUBMIT_SECONDS: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .default('5,10,20,40,60,120,300'),
  /** DOMAIN.md 4.3: the acknowledgement is awaited for an hour before the posting is sent again. */
  SIAK_ACK_MINUTES: z.coerce.number().positive().default(60),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type WorkerConfig = z.infer<typeof schema> & { officeKeyFile: string; resubmitDelaysMs: number[] };

/** The environment of the worker process; a bad value stops the start with one clear line. */
export function readConfig(env: NodeJS.ProcessEnv): WorkerConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`workers cannot start, environment at fault: ${wrong}`);
  }
  return {
    ...parsed.data,
    officeKeyFile: parsed.data.OFFICE_KEY_FILE ?? join(parsed.data.DATA_DIR, 'office-key.pem'),
    resubmitDelaysMs: parsed.data.SIAK_RESUBMIT_SECONDS.split(',').map((seconds) => Number(seconds) * 1000),
  };
}
