/** What a model, table or form gives to a bundle, and what it needs from it. */
import { parseCaseModel, splitList } from './case-model.js';
import type { BundleResource } from './bundle.js';

export interface References {
  /** Process keys. */
  processes: Set<string>;
  /** DMN decision ids. */
  decisions: Set<string>;
  /** Form ids. */
  forms: Set<string>;
}

const none = (): References => ({ processes: new Set(), decisions: new Set(), forms: new Set() });
const decisionId = /<(?:[\w-]+:)?decision\s[^>]*?\bid="([^"]+)"/g;

/** What this resource defines. Rejects on a model or form that cannot be read. */
export async function providedBy(resource: BundleResource): Promise<References> {
  const found = none();
  if (resource.name.endsWith('.bpmn')) {
    const model = await parseCaseModel(resource.content);
    for (const process of model.processes) found.processes.add(process.key);
  } else if (resource.name.endsWith('.dmn')) {
    for (const match of resource.content.matchAll(decisionId)) found.decisions.add(match[1]!);
  } else if (resource.name.endsWith('.form')) {
    const form = JSON.parse(resource.content) as { id?: string };
    if (form.id) found.forms.add(form.id);
  }
  return found;
}

/** What the elements of this model refer to by id. Tables and forms refer to nothing. */
export async function referencesOf(resource: BundleResource): Promise<References> {
  const found = none();
  if (!resource.name.endsWith('.bpmn')) return found;
  const model = await parseCaseModel(resource.content);
  for (const element of model.processes.flatMap((process) => [...process.elements.values()])) {
    if (element.calledElement) found.processes.add(element.calledElement);
    if (element.formId) found.forms.add(element.formId);
    for (const id of splitList(element.properties['decisions'] ?? '')) found.decisions.add(id);
  }
  return found;
}
