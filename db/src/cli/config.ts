import { z } from 'zod';

export const cliSchema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  /** `PP.KK` of this installation. */
  CITY: z
    .string()
    .regex(/^\d{2}\.\d{2}$/, 'must be a city code such as 32.73')
    .default('32.73'),
});

/** Ends the process with one clear line when the environment does not fit the program's `schema`. */
export function readConfig<Config>(
  schema: z.ZodType<Config>,
  environment: NodeJS.ProcessEnv = process.env,
): Config {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  console.error(`db: wrong configuration: ${faults.join('; ')}`);
  process.exit(1);
}
