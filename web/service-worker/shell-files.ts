/**
 * Vite plugin: writes into the service worker which files of the build open the product without a line. These are the entry and what it
 * needs at once, and the report forms with all that they load later; no other desk works without the server.
 */
import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

const WORKER = 'service-worker.js';
const PLACEHOLDER = 'LAMPID_SHELL';
/** Parts of the product that work without a line, by where their sources are. */
const WITHOUT_A_LINE = [
  '/features/reports/components/new-report-page.tsx',
  '/features/reports/components/draft-page.tsx',
  '/features/offline/',
];

export function shellFiles(): Plugin {
  return {
    name: 'lampid-shell-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') throw new Error(`the build has no ${WORKER}`);
      if (worker.imports.length > 0)
        throw new Error(`${WORKER} must stand alone: ${worker.imports.join(', ')}`);
      const files = filesOf(bundle);
      const page = bundle['index.html'];
      const build = createHash('sha256').update(JSON.stringify(files));
      if (page?.type === 'asset') build.update(page.source);
      const shell = { build: build.digest('hex').slice(0, 12), files: files.map((file) => `/${file}`) };
      if (!worker.code.includes(PLACEHOLDER)) throw new Error(`${WORKER} names no ${PLACEHOLDER}`);
      worker.code = `const ${PLACEHOLDER} = ${JSON.stringify(shell)};\n${worker.code}`;
    },
  };
}

function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const take = (name: string, later: boolean) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name)) return;
    found.add(name);
    for (const style of stylesOf(chunk)) found.add(style);
    // The entry loads every desk later: those are not meant.
    const alsoLater = later && !chunk.isEntry;
    for (const next of chunk.imports) take(next, later);
    if (alsoLater) for (const next of chunk.dynamicImports) take(next, later);
  };
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const worksAlone = ({ facadeModuleId }: Rolldown.OutputChunk) =>
    WITHOUT_A_LINE.some((part) => facadeModuleId?.includes(part));
  const parts = chunks.filter(worksAlone);
  if (parts.length < WITHOUT_A_LINE.length) throw new Error('a part that works without a line is missing');
  for (const { fileName } of parts) take(fileName, true);
  for (const { fileName, isEntry } of chunks) if (isEntry && fileName !== WORKER) take(fileName, false);
  return [...found].sort();
}

function stylesOf(chunk: Rolldown.OutputChunk): Iterable<string> {
  return chunk.viteMetadata?.importedCss ?? [];
}
