import { splitList } from '../../case-model.js';
import { attribute, extensionProperties, isA } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

/** `decisions` names tables of the same deployment; a step that judges by tables names at least one. */
export const decisionKnown = defineRule({
  name: 'decision-known',
  check(element, report, { contracts, decisions }) {
    if (!isA(element, 'bpmn:ServiceTask')) return;
    const contract = contracts.get(attribute(element, 'camunda:topic') ?? '');
    if (!contract || !('decisions' in contract.properties)) return;
    const named = splitList(extensionProperties(element)['decisions'] ?? '');
    if (named.length === 0)
      report(element, {
        id: `"${nameOf(element)}" tidak menyebut tabel keputusan`,
        en: `"${nameOf(element)}" names no decision table`,
      });
    for (const id of named)
      if (!decisions.has(id))
        report(element, {
          id: `Tabel keputusan "${id}" tidak ada`,
          en: `There is no decision table "${id}"`,
        });
  },
});
