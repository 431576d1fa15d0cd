import { isA, type ModdleElement } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { boundaryEvents, eventDefinition, nameOf, nodesOf } from '../walk-model.js';

/** A task that waits for a person has a timer: on it, or beside it in its sub-process. Nothing waits unseen. */
export const taskTimed = defineRule({
  name: 'task-timed',
  check(element, report) {
    if (!isA(element, 'bpmn:UserTask')) return;
    for (
      let host: ModdleElement | undefined = element;
      host && !isA(host, 'bpmn:Process');
      host = host.$parent
    ) {
      if (boundaryEvents(host).some(isTimer)) return;
      const scope = host.$parent;
      if (scope && isA(scope, 'bpmn:SubProcess') && nodesOf(scope).some(isWaitingTimer)) return;
    }
    report(element, {
      id: `"${nameOf(element)}" tidak mempunyai batas waktu`,
      en: `"${nameOf(element)}" has no timer`,
    });
  },
});

function isTimer(event: ModdleElement): boolean {
  return eventDefinition(event, 'bpmn:TimerEventDefinition') !== undefined;
}

function isWaitingTimer(node: ModdleElement): boolean {
  return isA(node, 'bpmn:IntermediateCatchEvent') && isTimer(node);
}
