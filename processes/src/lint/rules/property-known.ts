import { ENDED_STATUSES, OPEN_STATUSES } from '@lampid/domain/report-status';
import { roleOfGroupVariable } from '../../case-model.js';
import { attribute, extensionProperties, isA, type ModdleElement } from '../../moddle.js';
import type { BundleFacts } from '../bundle-facts.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

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

    function checkValue(name: string, possible: readonly string[]): void {
      const value = properties[name];
      if (value === undefined || !known.includes(name) || possible.includes(value)) return;
      report(element, {
        id: `Nilai "${value}" untuk "${name}" tidak dikenal; yang ada: ${possible.join(', ')}`,
        en: `The value "${value}" of "${name}" is unknown; there are ${possible.join(', ')}`,
      });
    }
  },
});

function knownProperties(element: ModdleElement, { contracts }: BundleFacts): string[] {
  if (isA(element, 'bpmn:Lane')) return ['role'];
  if (!isA(element, 'bpmn:FlowNode')) return [];
  if (isA(element, 'bpmn:UserTask')) return ['status', 'outcomes', 'noteRequired', 'answeredBy', 'label:*'];
  const contract = contracts.get(attribute(element, 'camunda:topic') ?? '');
  return ['status', ...Object.keys(contract?.properties ?? {})];
}
