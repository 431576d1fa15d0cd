import { isA, many, one } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

/** An exclusive gateway with a choice has a default flow, and a condition on each other flow; every flow is labelled. */
export const defaultFlow = defineRule({
  name: 'default-flow',
  check(element, report) {
    if (!isA(element, 'bpmn:ExclusiveGateway')) return;
    const flows = many(element, 'outgoing');
    if (flows.length < 2) return;
    const fallback = one(element, 'default');
    const name = nameOf(element);
    if (!fallback)
      report(element, {
        id: `Gerbang "${name}" tidak mempunyai jalan baku`,
        en: `Gateway "${name}" has no default flow`,
      });
    for (const flow of flows) {
      const conditional = one(flow, 'conditionExpression') !== undefined;
      if (flow === fallback && conditional)
        report(flow, {
          id: `Jalan baku gerbang "${name}" tidak boleh bersyarat`,
          en: `The default flow of gateway "${name}" may not have a condition`,
        });
      if (flow !== fallback && !conditional)
        report(flow, {
          id: `Jalan keluar gerbang "${name}" tanpa syarat`,
          en: `A flow out of gateway "${name}" has no condition`,
        });
      if (!flow.name?.trim())
        report(flow, {
          id: `Jalan keluar gerbang "${name}" tanpa label`,
          en: `A flow out of gateway "${name}" has no label`,
        });
    }
  },
});
