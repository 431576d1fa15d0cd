import { attribute, isA } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { nameOf } from '../walk-model.js';

/** A service task is an external task whose topic a worker serves. */
export const topicServed = defineRule({
  name: 'topic-served',
  check(element, report, { contracts }) {
    if (!isA(element, 'bpmn:ServiceTask')) return;
    const name = nameOf(element);
    if (attribute(element, 'camunda:type') !== 'external')
      report(element, {
        id: `"${name}" harus berupa tugas eksternal`,
        en: `"${name}" must be an external task`,
      });
    const topic = attribute(element, 'camunda:topic');
    if (topic === null)
      report(element, { id: `"${name}" tidak menyebut topik`, en: `"${name}" names no topic` });
    else if (!contracts.has(topic))
      report(element, {
        id: `Tidak ada pekerja untuk topik "${topic}"`,
        en: `No worker serves the topic "${topic}"`,
      });
  },
});
