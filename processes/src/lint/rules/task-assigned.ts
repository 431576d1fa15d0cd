import { attribute, isA } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

/** A user task names a group, or nobody ever sees it. */
export const taskAssigned = defineRule({
  name: 'task-assigned',
  check(element, report) {
    if (!isA(element, 'bpmn:UserTask') || attribute(element, 'camunda:candidateGroups')) return;
    report(element, {
      id: `"${nameOf(element)}" tidak ditujukan kepada kelompok mana pun`,
      en: `"${nameOf(element)}" is for no group`,
    });
  },
});
