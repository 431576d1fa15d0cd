/**
 * What a report tells by itself is computed in the desk by the very code that the workers run (decision 032): the event type's
 * `form-facts` module, bundled for the browser when it is first asked for. A folder that was added needs no build of the product.
 */
import { isBuilt } from '@lampid/processes/folders';
import { build, type Plugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BrowserModule {
  code: string;
  /** Changes with the code. */
  hash: string;
}

const bundled = new Map<string, Promise<BrowserModule>>();

/** `path`: absolute, of an event type's own module; never anything that a caller sent. */
export function formFactsModule(path: string): Promise<BrowserModule> {
  let module = bundled.get(path);
  if (!module) {
    module = bundle(path);
    module.catch(() => bundled.delete(path));
    bundled.set(path, module);
  }
  return module;
}

async function bundle(path: string): Promise<BrowserModule> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { formFacts } from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    },
    ...{ bundle: true, write: false, minify: true, logLevel: 'silent' },
    ...{ format: 'esm', platform: 'browser', target: 'es2022' },
    conditions: isBuilt ? [] : ['source'],
    plugins: [ourPackages],
  });
  const code = outputFiles[0]!.text;
  return { code, hash: createHash('sha256').update(code).digest('hex').slice(0, 16) };
}

const here = dirname(fileURLToPath(import.meta.url));

/** A folder outside of the product finds the product's packages as if it lay inside. */
const ourPackages: Plugin = {
  name: 'our-packages',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@lampid\/|zod$|zod\/)/ }, ({ path, kind, pluginData }) =>
      pluginData === ourPackages
        ? undefined
        : resolve(path, { kind, resolveDir: here, pluginData: ourPackages }),
    );
  },
};
