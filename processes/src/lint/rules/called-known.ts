import { attribute, isA, many, one } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

/** A called model lies in the same deployment and belongs to the same case. */
export const calledKnown = defineRule({
  name: 'called-known',
  check(element, report, { processes }) {
    if (!isA(element, 'bpmn:CallActivity')) return;
    const called = attribute(element, 'calledElement') ?? '';
    if (!processes.has(called))
      report(element, { id: `Model "${called}" tidak ada`, en: `There is no model "${called}"` });
    if (attribute(element, 'camunda:calledElementBinding') !== 'deployment')
      report(element, {
        id: `"${nameOf(element)}" harus terikat pada deployment`,
        en: `"${nameOf(element)}" must be bound by deployment`,
      });
    const extension = one(element, 'extensionElements');
    const mappings = extension
      ? many(extension, 'values').filter((value) => value.$type === 'camunda:In')
      : [];
    const given = (name: string, value: string) =>
      mappings.some((mapping) => attribute(mapping, name) === value);
    if (!given('businessKey', '${reportId}') || !given('source', 'reportId'))
      report(element, {
        id: `"${nameOf(element)}" harus meneruskan reportId, juga sebagai kunci bisnis`,
        en: `"${nameOf(element)}" must hand on reportId, also as the business key`,
      });
  },
});
