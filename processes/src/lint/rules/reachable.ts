import { isA, many, one, type ModdleElement } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { boundaryEvents, eventDefinition, nameOf, nodesOf } from '../walk-model.js';

/** A way leads to every step from where its process or sub-process begins: steps that only lead to each other never come. */
export const reachable = defineRule({
  name: 'reachable',
  check(element, report) {
    if (!isA(element, 'bpmn:Process') && !isA(element, 'bpmn:SubProcess')) return;
    const reached = reachedFrom(nodesOf(element).filter(beginsByItself));
    for (const node of nodesOf(element))
      // Without an origin it is told by `no-implicit-start` already.
      if (!reached.has(node) && many(node, 'incoming').length > 0)
        report(node, {
          id: `Tidak ada jalan dari awal ke "${nameOf(node)}"`,
          en: `No way leads from a start to "${nameOf(node)}"`,
        });
  },
});

function beginsByItself(node: ModdleElement): boolean {
  return (
    isA(node, 'bpmn:StartEvent') ||
    node.get('triggeredByEvent') === true ||
    node.get('isForCompensation') === true ||
    (isA(node, 'bpmn:IntermediateCatchEvent') &&
      eventDefinition(node, 'bpmn:LinkEventDefinition') !== undefined)
  );
}

function reachedFrom(beginnings: readonly ModdleElement[]): Set<ModdleElement> {
  const reached = new Set<ModdleElement>();
  const left = [...beginnings];
  for (let node = left.pop(); node; node = left.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    left.push(...boundaryEvents(node));
    for (const flow of many(node, 'outgoing')) {
      const target = one(flow, 'targetRef');
      if (target) left.push(target);
    }
  }
  return reached;
}
