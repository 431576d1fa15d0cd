import type { Severity } from '@lampid/domain/rules/finding';
import type { Rule } from './api/rules.js';

/** Rules of this severity (null: any) whose code, message or law holds every word of the text. */
export function filterRules(
  rules: readonly Rule[],
  filter: { severity: Severity | null; text: string },
): Rule[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter(({ severity, code, message, legalBasis }) => {
    if (filter.severity && severity !== filter.severity) return false;
    const text = [code, message.id, message.en, legalBasis ?? ''].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
