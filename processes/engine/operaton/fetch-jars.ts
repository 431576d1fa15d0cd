import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { findAsset } from './find-asset.js';
import { EngineLaunchError } from './launch-error.js';
import { trainClasses } from './train-classes.js';

const run = promisify(execFile);

export interface EngineJars {
  /** Folder that holds every jar of the engine. */
  libDir: string;
  /** Jar paths in a fixed order: a shared class archive is only valid for one order. */
  classPath: string[];
  /** Class archive that makes the start quick, null when it could not be made. */
  archive: string | null;
  /** True when the jars had been fetched before. */
  cached: boolean;
}

/**
 * Copies Operaton's jars from the Maven repository into `<cacheDir>/operaton-<hash of pom.xml>`, once. The folder appears
 * whole or not at all, so an interrupted download is simply done again, and two callers at once do not disturb each other.
 * Then, once per Java version, lets the JVM archive the engine's classes there.
 * @throws EngineLaunchError java-missing, java-too-old, maven-missing, jars-failed
 */
export async function fetchEngineJars(options: {
  cacheDir: string;
  timeoutMs?: number;
  /** Ends Maven at once. */
  signal?: AbortSignal;
}): Promise<EngineJars> {
  const pom = findAsset('pom.xml');
  const hash = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 16);
  const libDir = join(options.cacheDir, `operaton-${hash}`);
  const java = await checkJava();
  const known = await listJars(libDir);
  const classPath = known ?? (await download({ ...options, pom, libDir, hash }));
  const archive = await trainClasses({
    java,
    libDir,
    classPath,
    ...(options.signal && { signal: options.signal }),
  });
  return { libDir, classPath, archive, cached: known !== null };
}

async function download(options: {
  cacheDir: string;
  pom: string;
  libDir: string;
  hash: string;
  timeoutMs?: number;
  signal?: AbortSignal;
}): Promise<string[]> {
  const { pom, libDir, hash } = options;
  await mkdir(options.cacheDir, { recursive: true });
  const partial = join(options.cacheDir, `.operaton-${hash}-${randomBytes(4).toString('hex')}`);
  try {
    await copyDependencies(pom, partial, options.timeoutMs ?? 170_000, options.signal);
    await rename(partial, libDir).catch(async (error: unknown) => {
      // Somebody else finished the same work first: theirs is as good.
      if (!(await listJars(libDir))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  const classPath = await listJars(libDir);
  if (!classPath) throw jarsFailed(`Maven reported success but ${libDir} is empty`);
  return classPath;
}

async function listJars(libDir: string): Promise<string[] | null> {
  const names = await readdir(libDir).catch(() => []);
  const jars = names.filter((name) => name.endsWith('.jar')).sort();
  return jars.length > 0 ? jars.map((name) => join(libDir, name)) : null;
}

async function copyDependencies(
  pom: string,
  target: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const args = ['-B', '-q', '-ntp', '-f', pom, goal, '-DincludeScope=runtime', `-DoutputDirectory=${target}`];
  try {
    const limits = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 16 * 1024 * 1024 } as const;
    await run('mvn', args, { ...limits, ...(signal ? { signal } : {}) });
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stdout?: string; stderr?: string; killed?: boolean };
    if (failure.code === 'ENOENT') {
      throw new EngineLaunchError(
        'maven-missing',
        'Maven (mvn) was not found',
        {
          id: 'Pasang Apache Maven 3.6 atau lebih baru (mis. `apt-get install maven`), lalu jalankan lagi.',
          en: 'Install Apache Maven 3.6 or newer (e.g. `apt-get install maven`), then run again.',
        },
        { cause: error },
      );
    }
    const said = `${failure.stdout ?? ''}${failure.stderr ?? ''}`
      .split('\n')
      .map((line) => stripVTControlCharacters(line).trim())
      .find((line) => line.startsWith('[ERROR]'));
    const why = failure.killed
      ? `took longer than ${timeoutMs / 1000} s`
      : (said ?? failure.message.split('\n')[0]);
    throw jarsFailed(`Fetching the engine's jars failed: ${why}`, error);
  }
}

function jarsFailed(message: string, cause?: unknown): EngineLaunchError {
  return new EngineLaunchError(
    'jars-failed',
    message,
    {
      id: 'Periksa jaringan dan pengaturan repositori Maven (~/.m2/settings.xml), lalu jalankan lagi.',
      en: 'Check the network and the Maven repository settings (~/.m2/settings.xml), then run again.',
    },
    { cause },
  );
}

/** Finds `java` and its version, e.g. major 17, version `17.0.15+6-Debian-1deb12u1`. @throws EngineLaunchError java-missing, java-too-old */
export async function checkJava(): Promise<{ command: string; major: number; version: string }> {
  const command = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const remedy = {
    id: 'Pasang Java (JRE) 17 atau lebih baru (mis. `apt-get install openjdk-17-jre-headless`), lalu jalankan lagi.',
    en: 'Install a Java runtime, version 17 or newer (e.g. `apt-get install openjdk-17-jre-headless`), then run again.',
  };
  const said = await run(command, ['-version'], { timeout: 15_000 }).catch((cause: unknown) => {
    throw new EngineLaunchError('java-missing', `Java was not found (${command})`, remedy, { cause });
  });
  const text = said.stderr + said.stdout;
  // `openjdk version "17.0.15"`, or `java version "1.8.0_402"` for the old scheme.
  const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  const major = first === '1' ? Number(second) : Number(first);
  if (major < 17) throw new EngineLaunchError('java-too-old', `Java ${major} is too old`, remedy);
  // An archive fits one build only, and the build stands in brackets of the second line.
  const version = /\(build ([^)\s,]+)/.exec(text)?.[1] ?? String(major);
  return { command, major, version };
}
