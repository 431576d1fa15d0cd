import { join } from 'node:path';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const environmentSchema = z
  .object({
    /** 0 lets the system choose; the log's first line names the port. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(13_010),
    HOST: z.string().default('127.0.0.1'),
    /** The stack's data folder; the simulator keeps its memory in `simulator/` of it. Without it all is forgotten at the end. */
    DATA_DIR: z.string().min(1).optional(),
    /** Shared with the server; signs callbacks and calls of other cities. */
    SIAK_SECRET: z.string().min(8),
    SIAK_CALLBACK_URL: z.url().default('http://127.0.0.1:3000/api/v1/inbound/siak'),
    /** Origin of the e-LAMPID server, for calls of other cities. Default: the callback's. */
    CITY_URL: z.url().optional(),
    /** The city that the server serves. */
    CITY: z
      .string()
      .regex(/^\d{2}\.\d{2}$/)
      .default('32.73'),
    /** Kelurahan that letters with a special serial may be addressed to. */
    SIM_CITY_AREAS: list,
    SIM_SEED: z.string().default('lampid'),
    /** Account that callers must name; institutions (`idLembaga`) and client addresses are free when empty. */
    DUKCAPIL_USER: z.string().min(1).default('lampid'),
    DUKCAPIL_PASSWORD: z.string().min(1).default('lampid-demo'),
    DUKCAPIL_INSTITUTION: list,
    DUKCAPIL_CLIENT_IPS: list,
    /** Calls a day and account. */
    SIM_DAILY_QUOTA: z.coerce.number().int().min(0).default(1_000_000),
    SIM_LATENCY_P50_MS: z.coerce.number().min(0).default(150),
    SIM_LATENCY_P99_MS: z.coerce.number().min(0).default(600),
    SIM_ACK_DELAY_MS: z.coerce.number().min(0).default(200),
    /** Set: letters of our city are used up by their destination after this time. Unset: nobody arrives by himself. */
    SIM_DESTINATION_DELAY_MS: z.coerce.number().min(0).optional(),
    /** Validity of the letters of other cities, in working days (Mon-Fri), and the days of grace after it. */
    SIM_LETTER_WORKING_DAYS: z.coerce.number().int().min(1).default(100),
    SIM_LETTER_GRACE_DAYS: z.coerce.number().int().min(0).default(30),
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    memoryFile: env.DATA_DIR === undefined ? null : join(env.DATA_DIR, 'simulator', 'memory.jsonl'),
    hmacSecret: env.SIAK_SECRET,
    callbackUrl: env.SIAK_CALLBACK_URL,
    cityUrl: new URL(env.CITY_URL ?? env.SIAK_CALLBACK_URL).origin,
    city: env.CITY,
    cityAreas: env.SIM_CITY_AREAS.length > 0 ? env.SIM_CITY_AREAS : [`${env.CITY}.02.1004`],
    seed: env.SIM_SEED,
    account: { userId: env.DUKCAPIL_USER, password: env.DUKCAPIL_PASSWORD },
    institutions: env.DUKCAPIL_INSTITUTION,
    clientIps: env.DUKCAPIL_CLIENT_IPS,
    faults: {
      quota: env.SIM_DAILY_QUOTA,
      latencyP50Ms: env.SIM_LATENCY_P50_MS,
      latencyP99Ms: Math.max(env.SIM_LATENCY_P50_MS, env.SIM_LATENCY_P99_MS),
      ackDelayMs: env.SIM_ACK_DELAY_MS,
      destinationDelayMs: env.SIM_DESTINATION_DELAY_MS ?? null,
    },
    letterWorkingDays: env.SIM_LETTER_WORKING_DAYS,
    letterGraceDays: env.SIM_LETTER_GRACE_DAYS,
    /** First pause before a failed callback is tried again; doubles up to thirty times as much. */
    retryBaseMs: 500,
  }));

export type SimulatorConfig = z.output<typeof environmentSchema>;

/** Throws an Error whose message is one line that names every bad variable. */
export function readSimulatorConfig(env: NodeJS.ProcessEnv): SimulatorConfig {
  const parsed = environmentSchema.safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`simulator configuration: ${faults.join('; ')}`);
}
