import { readFile } from 'node:fs/promises';
import type { Bundle } from '../engine.js';

/**
 * A model of the contract as one run deploys it: its names end in the run's token, so that runs on one engine do not meet.
 * `version`: of models that are deployed again under the same key.
 */
export async function contractBundle(
  file: string,
  { run, name = file, version = 1 }: { run: string; name?: string; version?: number },
): Promise<Bundle> {
  const text = await readFile(new URL(`./${file}.bpmn`, import.meta.url), 'utf8');
  const content = text.replaceAll('RUN', run).replaceAll('VERSION', String(version));
  return { name, resources: [{ name: `${name}.bpmn`, content }] };
}
