import { caseMessages } from '../../case-variables.js';
import { isA } from '../../moddle.js';
import { defineRule } from '../define-rule.js';

/** A message that nobody sends is waited for for ever. */
export const messageKnown = defineRule({
  name: 'message-known',
  check(element, report) {
    if (!isA(element, 'bpmn:Message') || Object.hasOwn(caseMessages, element.name ?? '')) return;
    const listed = Object.keys(caseMessages).join(', ');
    report(element, {
      id: `Tidak ada yang mengirim pesan "${element.name ?? ''}"; yang ada: ${listed}`,
      en: `Nobody sends the message "${element.name ?? ''}"; there are ${listed}`,
    });
  },
});
