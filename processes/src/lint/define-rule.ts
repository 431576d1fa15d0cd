/** Our own rules, as bpmnlint rule factories bound to one bundle. */
import type { Text } from '@lampid/domain/rules/finding';
import type { ModdleElement } from '../moddle.js';
import type { BundleFacts } from './bundle-facts.js';

/** `element`: the faulty one, or null for the whole document. */
export type Report = (element: ModdleElement | null, message: Text) => void;

export interface Rule {
  name: string;
  /** What it finds is worth a look and keeps nobody from deploying. */
  warnsOnly?: boolean;
  /** Called for each element of the document, containers before their content. */
  check(element: ModdleElement, report: Report, facts: BundleFacts): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/** What bpmnlint calls a rule factory. Messages in both languages travel in the report's context. */
export function toBpmnlint(rule: Rule, facts: BundleFacts) {
  return () => ({
    check(
      node: ModdleElement,
      reporter: { report(id: string, message: string, context: { text: Text }): void },
    ) {
      rule.check(node, (element, text) => reporter.report(element?.id ?? '', text.en, { text }), facts);
    },
  });
}
