import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchEngineJars } from './fetch-jars.js';

// Programs named java and mvn, put first on the PATH, stand for machines that lack the real ones.
const saved = { PATH: process.env.PATH, JAVA_HOME: process.env.JAVA_HOME };
let home: string;
let cacheDir: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lampid-fetch-jars-'));
  cacheDir = join(home, 'cache');
  await mkdir(join(home, 'bin'));
  process.env.PATH = join(home, 'bin');
  delete process.env.JAVA_HOME;
});

afterEach(async () => {
  process.env.PATH = saved.PATH;
  if (saved.JAVA_HOME !== undefined) process.env.JAVA_HOME = saved.JAVA_HOME;
  await rm(home, { recursive: true, force: true });
});

async function program(name: string, body: string): Promise<void> {
  const path = join(home, 'bin', name);
  await writeFile(path, `#!/bin/sh\nPATH=${saved.PATH}\n${body}\n`);
  await chmod(path, 0o755);
}

const java = (version: string): Promise<void> =>
  program('java', `echo 'openjdk version "${version}"' >&2; [ "$1" = -version ]`);
/** Finds the folder that it shall write to in its arguments. */
const mavenThat = (does: string): Promise<void> =>
  program('mvn', `for a in "$@"; do case "$a" in -DoutputDirectory=*) out="\${a#*=}";; esac; done\n${does}`);

describe('fetchEngineJars', () => {
  it.each([
    ['no Java', undefined, 'java-missing'],
    ['Java 8', '1.8.0_402', 'java-too-old'],
    ['Java 11', '11.0.2', 'java-too-old'],
    ['no Maven', '17.0.15', 'maven-missing'],
  ])('says what to do about %s', async (_, version, code) => {
    if (version) await java(version);
    const error: unknown = await fetchEngineJars({ cacheDir }).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'EngineLaunchError', code });
    expect(error).toHaveProperty('remedy.id', expect.stringMatching(/^Pasang /));
    expect(error).toHaveProperty('remedy.en', expect.stringMatching(/^Install /));
  });

  it('passes on what Maven complains about, and leaves nothing half done', async () => {
    await java('21.0.1');
    await mavenThat(
      'mkdir -p "$out"; touch "$out/half.jar"; echo "[ERROR] Could not transfer artifact x"; exit 1',
    );
    await expect(fetchEngineJars({ cacheDir })).rejects.toMatchObject({
      code: 'jars-failed',
      message: expect.stringContaining('Could not transfer artifact x'),
    });
    expect(await readdir(cacheDir)).toEqual([]);
  });

  it('gives up on a Maven that hangs', async () => {
    await java('17.0.15');
    await mavenThat('exec sleep 30');
    const began = Date.now();
    await expect(fetchEngineJars({ cacheDir, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'jars-failed',
    });
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('downloads once, in a fixed order, and does without an archive when there can be none', async () => {
    await java('17.0.15');
    await mavenThat('mkdir -p "$out"; touch "$out/b.jar" "$out/a.jar"');
    const [one, two] = await Promise.all([fetchEngineJars({ cacheDir }), fetchEngineJars({ cacheDir })]);
    expect(one.libDir).toBe(two.libDir);
    expect(one.classPath).toEqual([join(one.libDir, 'a.jar'), join(one.libDir, 'b.jar')]);
    expect(one.archive).toBeNull();
    await rm(join(home, 'bin', 'mvn'));
    expect(await fetchEngineJars({ cacheDir })).toMatchObject({ classPath: one.classPath, cached: true });
    expect(await readdir(cacheDir)).toHaveLength(1);
  });
});
