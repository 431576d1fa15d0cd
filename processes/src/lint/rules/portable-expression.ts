import { isA, type ModdleElement } from '../../moddle.js';
import { isPortable } from '../../portable-expression.js';
import { defineRule } from '../define-rule.js';
import { allElements } from '../walk-model.js';

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
      for (const text of texts(found)) {
        if (!/[$#]\{/.test(text) || isPortable(text)) continue;
        report(owner(found), {
          id: `Ungkapan ${text} tidak portabel: hanya variabel dan perbandingan sederhana`,
          en: `The expression ${text} is not portable: only variables and plain comparisons`,
        });
      }
      if (isA(found, 'bpmn:FormalExpression') && found.get('language') !== undefined)
        report(owner(found), {
          id: 'Ungkapan tidak boleh memakai bahasa lain',
          en: 'An expression may not be in another language',
        });
    }
  },
});

interface Described {
  $descriptor?: { properties?: { name: string; isReference?: boolean }[] };
  $body?: unknown;
}

function texts(element: ModdleElement): string[] {
  const { $descriptor, $body } = element as Described;
  const own = ($descriptor?.properties ?? [])
    .filter((property) => !property.isReference)
    .map((property) => element.get(property.name));
  return [...own, ...Object.values(element.$attrs ?? {}), $body].filter((value) => typeof value === 'string');
}

/** The nearest element that has an id, which people can find. */
function owner(element: ModdleElement): ModdleElement {
  let current = element;
  while (!current.id && current.$parent) current = current.$parent;
  return current;
}
