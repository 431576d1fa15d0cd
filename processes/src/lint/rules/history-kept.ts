import { attribute, isA } from '../../moddle.js';
import { defineRule } from '../define-rule.js';

/** The engine refuses a process without a time to live, or keeps its history for ever. */
export const historyKept = defineRule({
  name: 'history-kept',
  check(element, report) {
    if (!isA(element, 'bpmn:Process') || element.get('isExecutable') !== true) return;
    if (!/^(P\d+D|\d+)$/.test(attribute(element, 'camunda:historyTimeToLive') ?? ''))
      report(element, {
        id: `Proses "${element.id}" memerlukan historyTimeToLive dalam hari, misalnya P35D`,
        en: `Process "${element.id}" needs a historyTimeToLive in days, such as P35D`,
      });
  },
});
