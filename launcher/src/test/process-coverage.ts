import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeProcessCovs } from '@bcoe/v8-coverage';
import { parse } from 'acorn';
import convert from 'ast-v8-to-istanbul';
import type { FileCoverage } from './line-coverage.js';

/**
 * What the processes of the stack ran: they were started with NODE_V8_COVERAGE and wrote one file each when they ended.
 * The compiled lines are traced back to the TypeScript that they came from.
 *
 * @param isOurs decides by the path of the compiled file
 */
export async function readProcessCoverage(
  dir: string,
  isOurs: (path: string) => boolean,
): Promise<Record<string, FileCoverage>[]> {
  if (!existsSync(dir)) return [];
  const dumps = readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readDump(join(dir, name), isOurs));
  const merged = mergeProcessCovs(dumps).result;
  return await Promise.all(merged.map((script) => toSource(script)));
}

function readDump(path: string, isOurs: (path: string) => boolean): { result: Profiler.ScriptCoverage[] }[] {
  try {
    const { result } = JSON.parse(readFileSync(path, 'utf8')) as { result: Profiler.ScriptCoverage[] };
    return [{ result: result.filter(({ url }) => url.startsWith('file://') && isOurs(fileURLToPath(url))) }];
  } catch {
    return []; // a process that was killed while it wrote
  }
}

async function toSource(script: Profiler.ScriptCoverage): Promise<Record<string, FileCoverage>> {
  const path = fileURLToPath(script.url);
  const code = readFileSync(path, 'utf8');
  const sourceMap = JSON.parse(readFileSync(`${path}.map`, 'utf8')) as NonNullable<
    Parameters<typeof convert>[0]['sourceMap']
  >;
  const ast = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowHashBang: true,
    locations: true,
  });
  const coverage = await convert({
    code,
    sourceMap,
    coverage: script,
    ast: ast as unknown as Parameters<typeof convert>[0]['ast'],
  });
  return coverage as unknown as Record<string, FileCoverage>;
}
