import { splitList } from '@lampid/processes/case-model';
import type { KnownDefinition } from './definitions.js';

/** Ids of the decisions that a case's first check evaluates, as its model names them. */
export function firstDecisions(definition: KnownDefinition): string[] {
  for (const element of definition.elements.values())
    if (element.topic === 'validate-report') return splitList(element.properties['decisions'] ?? '');
  return [];
}
