/** What is wrong with the folder of an event type that lies nowhere yet. */
import { isModelFile } from '@lampid/domain/model-files';
import type { Resource } from '@lampid/engine/engine';
import { withProductShared } from '@lampid/processes/bundle';
import { templateOf, type TemplateId } from '@lampid/processes/new-event/templates';
import { linksOf } from '@lampid/processes/references';
import { inputFault } from '../../http/problem.js';
import type { Deps } from '../../deps.js';
import { lintBundle, type BundleFaults } from '../lint-bundle.js';

/** As at the start of a server that finds the folder: with the product's shared files, and by its id. */
export async function lintNewType(
  deps: Pick<Deps, 'typeOf'>,
  { id, template }: { id: string; template: TemplateId },
  files: readonly Resource[],
): Promise<BundleFaults> {
  const own = files.filter(({ name }) => isModelFile(name));
  const faults = await lintBundle(await completed(own), (processKey) =>
    processKey === id ? templateOf(template) : deps.typeOf(processKey),
  );
  if (faults.errors.length > 0 || (await provides(own)).has(id)) return faults;
  const model = own.find(({ name }) => name.endsWith('.bpmn'))?.name ?? null;
  const text = {
    id: `Tidak ada proses dengan kunci "${id}": jenis laporan tidak akan mulai`,
    en: `No process has the key "${id}": the report type would not start`,
  };
  return { ...faults, errors: [inputFault('process-key', model, text)] };
}

/** A file that cannot be read needs nothing: the lint says what is wrong with it. */
async function completed(own: Resource[]): Promise<Resource[]> {
  try {
    return await withProductShared(own);
  } catch {
    return own;
  }
}

async function provides(own: Resource[]): Promise<Set<string>> {
  const links = await Promise.all(own.map(linksOf));
  return new Set(links.flatMap(({ provides: { processes } }) => [...processes]));
}
