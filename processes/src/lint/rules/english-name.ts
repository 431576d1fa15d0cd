import { ENGLISH_NAME } from '@lampid/domain/english-name';
import { extensionProperties } from '../../moddle.js';
import { defineRule } from '../define-rule.js';
import { isNamed } from '../walk-model.js';

/** What has a name has it in both languages: a desk in English would show the Indonesian one. */
export const englishName = defineRule({
  name: 'english-name',
  warnsOnly: true,
  check(element, report) {
    if (!isNamed(element) || !element.name) return;
    if (extensionProperties(element)[ENGLISH_NAME]?.trim()) return;
    report(element, {
      id: `"${element.name}" belum bernama Inggris (properti ${ENGLISH_NAME})`,
      en: `"${element.name}" has no English name (property ${ENGLISH_NAME})`,
    });
  },
});
