import { isA, many, one, type ModdleElement } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { eventDefinition, nameOf } from '../walk-model.js';

/** bpmnlint's `no-implicit-end`, which misses a compensation whose handler lies in a sub-process. */
export const implicitEnd = defineRule({
  name: 'implicit-end',
  check(element, report) {
    if (!isA(element, 'bpmn:FlowNode') || isA(element, 'bpmn:EndEvent')) return;
    if (many(element, 'outgoing').length > 0) return;
    if (element.get('isForCompensation') === true || element.get('triggeredByEvent') === true) return;
    if (eventDefinition(element, 'bpmn:LinkEventDefinition')) return;
    if (eventDefinition(element, 'bpmn:CompensateEventDefinition') && hasHandler(element)) return;
    report(element, { id: `"${nameOf(element)}" tidak berlanjut`, en: `"${nameOf(element)}" leads nowhere` });
  },
});

function hasHandler(event: ModdleElement): boolean {
  const artifacts = event.$parent ? many(event.$parent, 'artifacts') : [];
  return artifacts.some(
    (artifact) => isA(artifact, 'bpmn:Association') && one(artifact, 'sourceRef') === event,
  );
}
