import { ENGLISH_NAME } from '@lampid/domain/english-name';
import { ENDED_STATUSES, OPEN_STATUSES } from '@lampid/domain/report-status';
import { roleOfGroupVariable, splitList } from '../../case-model.js';
import type { TaskContract } from '../../define-task.js';
import { attribute, extensionProperties, isA, type ModdleElement } from '../../moddle.js';
import type { BundleFacts } from '../bundle-facts.js';
import { defineRule } from '../define-rule.js';
import { isNamed, nameOf } from '../walk-model.js';

/** States that a step may give to its report. */
export const reportStatuses: readonly string[] = [...OPEN_STATUSES, ...ENDED_STATUSES];
const roles = ['system', ...Object.values(roleOfGroupVariable)];

/** Extension properties are known ones with possible values: a misspelt one would be ignored in silence. */
export const propertyKnown = defineRule({
  name: 'property-known',
  check(element, report, facts) {
    if (!isA(element, 'bpmn:BaseElement') || isA(element, 'bpmn:ExtensionElements')) return;
    const properties = extensionProperties(element);
    const known = knownProperties(element, facts);
    for (const name of Object.keys(properties))
      if (
        !known.some(
          (candidate) => candidate === name || (candidate === 'label:*' && name.startsWith('label:')),
        )
      )
        report(element, {
          id: `Properti "${name}" pada "${nameOf(element)}" tidak dikenal`,
          en: `The property "${name}" of "${nameOf(element)}" is unknown`,
        });
    checkValue('status', reportStatuses);
    checkValue('role', roles);
    for (const [name, { values, several }] of Object.entries(contractOf(element, facts)?.properties ?? {}))
      if (values) checkValue(name, Object.keys(values), several);

    function checkValue(name: string, possible: readonly string[], several = false): void {
      const written = properties[name];
      if (written === undefined || !known.includes(name)) return;
      for (const value of several ? splitList(written) : [written])
        if (!possible.includes(value)) reportValue(name, value, possible);
    }

    function reportValue(name: string, value: string, possible: readonly string[]): void {
      report(element, {
        id: `Nilai "${value}" untuk "${name}" tidak dikenal; yang ada: ${possible.join(', ')}`,
        en: `The value "${value}" of "${name}" is unknown; there are ${possible.join(', ')}`,
      });
    }
  },
});

function contractOf(element: ModdleElement, { contracts }: BundleFacts): TaskContract | undefined {
  return contracts.get(attribute(element, 'camunda:topic') ?? '');
}

function knownProperties(element: ModdleElement, facts: BundleFacts): string[] {
  return [...(isNamed(element) ? [ENGLISH_NAME] : []), ...ownProperties(element, facts)];
}

function ownProperties(element: ModdleElement, facts: BundleFacts): string[] {
  if (isA(element, 'bpmn:Lane')) return ['role'];
  if (!isA(element, 'bpmn:FlowNode')) return [];
  if (isA(element, 'bpmn:UserTask')) return ['status', 'outcomes', 'noteRequired', 'answeredBy', 'label:*'];
  return ['status', ...Object.keys(contractOf(element, facts)?.properties ?? {})];
}
