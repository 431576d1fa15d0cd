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

export interface ResourceLinks {
  /** What this resource defines. */
  provides: References;
  /** What the elements of a model refer to by id. Tables and forms refer to nothing. */
  needs: References;
}

const none = (): References => ({ processes: new Set(), decisions: new Set(), forms: new Set() });
const decisionId = /<(?:[\w-]+:)?decision\s[^>]*?\bid="([^"]+)"/g;

/** Rejects on a model or form that cannot be read. */
export async function linksOf(resource: BundleResource): Promise<ResourceLinks> {
  const links = { provides: none(), needs: none() };
  if (resource.name.endsWith('.bpmn')) await readModel(resource.content, links);
  if (resource.name.endsWith('.dmn'))
    for (const match of resource.content.matchAll(decisionId)) links.provides.decisions.add(match[1]!);
  if (resource.name.endsWith('.form')) {
    const form = JSON.parse(resource.content) as { id?: string };
    if (form.id) links.provides.forms.add(form.id);
  }
  return links;
}

async function readModel(bpmn: string, { provides, needs }: ResourceLinks): Promise<void> {
  for (const process of (await parseCaseModel(bpmn)).processes) {
    provides.processes.add(process.key);
    for (const element of process.elements.values()) {
      if (element.calledElement) needs.processes.add(element.calledElement);
      if (element.formId) needs.forms.add(element.formId);
      for (const id of splitList(element.properties['decisions'] ?? '')) needs.decisions.add(id);
    }
  }
}
