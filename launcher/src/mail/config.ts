import { z } from 'zod';

const config = z.object({
  /** Page and JSON. */
  PORT: z.coerce.number().int().min(1).max(65535).default(13025),
  SMTP_PORT: z.coerce.number().int().min(1).max(65535).default(12525),
  /** Citizens' letters are shown to whoever asks: the catcher never listens beyond this machine, except in a container. */
  HOST: z.enum(['127.0.0.1', '::1', '0.0.0.0']).default('127.0.0.1'),
  MAIL_KEEP: z.coerce.number().int().min(1).default(500),
});

export type MailConfig = z.infer<typeof config>;

/** Throws an Error of one line. */
export function readConfig(env: NodeJS.ProcessEnv): MailConfig {
  const parsed = config.safeParse(env);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`mail catcher: ${issue?.path.join('.')}: ${issue?.message}`);
}
