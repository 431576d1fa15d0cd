import { isA } from '../../moddle.js';
import { isPortable } from '../../portable-expression.js';
import { defineRule } from '../define-rule.js';
import { allElements, findable, textsOf } from '../walk-model.js';

/**
 * What every engine understands: a variable, or plain comparisons of variables. The engine takes an expression in almost any
 * text of a model (names, documentation, groups), so all of them are looked at.
 */
export const portableExpression = defineRule({
  name: 'portable-expression',
  check(element, report) {
    if (!isA(element, 'bpmn:Definitions')) return;
    for (const found of allElements(element)) {
      if (found.$type.startsWith('bpmndi:')) continue;
      for (const text of textsOf(found)) {
        if (!/[$#]\{/.test(text) || isPortable(text)) continue;
        report(findable(found), {
          id: `Ungkapan ${text} tidak portabel: hanya variabel dan perbandingan sederhana`,
          en: `The expression ${text} is not portable: only variables and plain comparisons`,
        });
      }
      if (isA(found, 'bpmn:FormalExpression') && found.get('language') !== undefined)
        report(findable(found), {
          id: 'Ungkapan tidak boleh memakai bahasa lain',
          en: 'An expression may not be in another language',
        });
    }
  },
});
