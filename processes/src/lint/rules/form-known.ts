import { attribute, isA } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

/** A user task shows a form of the same deployment. */
export const formKnown = defineRule({
  name: 'form-known',
  check(element, report, { forms }) {
    const isTask = isA(element, 'bpmn:UserTask');
    if (!isTask && !isA(element, 'bpmn:StartEvent')) return;
    const form = attribute(element, 'camunda:formRef');
    const name = nameOf(element);
    if (form === null) {
      if (isTask) report(element, { id: `"${name}" tidak mempunyai formulir`, en: `"${name}" has no form` });
      return;
    }
    if (!forms.has(form))
      report(element, { id: `Formulir "${form}" tidak ada`, en: `There is no form "${form}"` });
    if (attribute(element, 'camunda:formRefBinding') !== 'deployment')
      report(element, {
        id: `Formulir "${form}" harus terikat pada deployment`,
        en: `The form "${form}" must be bound by deployment`,
      });
  },
});
