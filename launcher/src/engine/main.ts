import { spawn } from 'node:child_process';
import { z } from 'zod';
import { fetchEngineJars } from '@lampid/engine/operaton/fetch-jars';
import { engineCommand } from '@lampid/engine/operaton/launch';

// The embedded engine as a process of its own, for containers: `npm start` starts it without this detour.

const environment = z.object({
  ENGINE_DATABASE_URL: z.url(),
  ENGINE_USER: z.string().min(1),
  ENGINE_PASSWORD: z.string().min(1),
  PORT: z.coerce.number().int().min(1).max(65535).default(18080),
  HOST: z.string().default('127.0.0.1'),
  /** Folder with the engine's jars; fetched with Maven when they are not there. */
  ENGINE_LIB: z.string().default('.lampid/engine-lib'),
});

try {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`engine: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const config = parsed.data;
  const { command, args, env } = await engineCommand({
    jars: await fetchEngineJars({ cacheDir: config.ENGINE_LIB }),
    port: config.PORT,
    user: config.ENGINE_USER,
    password: config.ENGINE_PASSWORD,
    databaseUrl: config.ENGINE_DATABASE_URL,
    logFile: '/dev/null', // it writes to this process's own output
  });
  const engine = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env, ENGINE_HOST: config.HOST },
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => engine.kill('SIGTERM'));
  engine.once('error', (error) => fail(error));
  engine.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 0 : 1)));
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
