import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  /** `PP.KK` of this installation. */
  CITY: z
    .string()
    .regex(/^\d{2}\.\d{2}$/, 'must be a city code such as 32.73')
    .default('32.73'),
  /** The simulator, for `introduce-residents` alone. */
  DUKCAPIL_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export type CliConfig = z.infer<typeof schema>;

/** Ends the process with one clear line when the environment is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): CliConfig {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  console.error(`db: wrong configuration: ${faults.join('; ')}`);
  process.exit(1);
}
