import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { findAsset } from './find-asset.js';

const run = promisify(execFile);

/** Long enough for a very busy machine; beyond it the engine simply starts without. */
const TRAINING_MS = 120_000;

/**
 * Answers the path of a class archive (AppCDS) for these jars and this Java, making it at the first call: the engine starts once on a
 * database in memory, ends by itself, and the JVM writes down the classes it had loaded, parsed and verified. Every later start
 * then needs about 3.5 s less of CPU time. Without an archive (null) everything works, only slower.
 */
export async function trainClasses(options: {
  java: { command: string; version: string };
  libDir: string;
  classPath: string[];
  signal?: AbortSignal;
}): Promise<string | null> {
  const base = join(options.libDir, `classes-${options.java.version.replace(/[^\w.+-]/g, '_')}`);
  const archive = `${base}.jsa`;
  if (await exists(archive)) return archive;
  // Tried before in vain: not again at every start.
  if (await exists(`${base}.failed`)) return null;

  const partial = `${base}.${randomBytes(4).toString('hex')}.partial`;
  try {
    await run(options.java.command, trainingArguments({ ...options, partial }), {
      timeout: TRAINING_MS,
      killSignal: 'SIGKILL',
      maxBuffer: 16 * 1024 * 1024,
      env: { ...process.env, ...trainingEnvironment },
      ...(options.signal && { signal: options.signal }),
    });
    await rename(partial, archive);
    return archive;
  } catch (error) {
    options.signal?.throwIfAborted();
    // A read-only folder ends here as well.
    await writeFile(`${base}.failed`, String(error)).catch(() => undefined);
    return null;
  } finally {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

function trainingArguments({ classPath, partial }: { classPath: string[]; partial: string }): string[] {
  return [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    `-XX:ArchiveClassesAtExit=${partial}`,
    // Spring's own way to end once everything is set up, before a port is opened or a job is run.
    '-Dspring.context.exit=onRefresh',
    '-Doperaton.bpm.database.type=h2',
    `-Dspring.main.sources=${pathToFileURL(findAsset('beans.xml')).href}`,
    `-Dspring.config.location=${pathToFileURL(findAsset('application.yaml')).href}`,
    '-cp',
    classPath.join(delimiter),
    'org.springframework.boot.SpringApplication',
  ];
}

const trainingEnvironment = {
  ENGINE_JDBC_URL: 'jdbc:h2:mem:training;DB_CLOSE_DELAY=-1',
  ENGINE_JDBC_USER: 'sa',
  ENGINE_JDBC_PASSWORD: '',
  ENGINE_HOST: '127.0.0.1',
  ENGINE_PORT: '0',
  ENGINE_BASIC_PATTERN: 'nobody',
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
