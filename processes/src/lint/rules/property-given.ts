import { attribute, extensionProperties, isA } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

/** What its contract asks a step to say is said: the worker could only give up on every case that comes there. */
export const propertyGiven = defineRule({
  name: 'property-given',
  check(element, report, { contracts }) {
    if (!isA(element, 'bpmn:ServiceTask')) return;
    const contract = contracts.get(attribute(element, 'camunda:topic') ?? '');
    const given = extensionProperties(element);
    for (const [property, meaning] of Object.entries(contract?.properties ?? {}))
      if (!given[property]?.trim())
        report(element, {
          id: `"${nameOf(element)}" belum mengisi properti "${property}": ${meaning.id}`,
          en: `"${nameOf(element)}" does not give the property "${property}": ${meaning.en}`,
        });
  },
});
