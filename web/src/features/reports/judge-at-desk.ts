import { documentRequirements, type DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import { extraFacts, knownFactsOf } from '@lampid/domain/rules/form-facts';
import type { FindingsSoFar, RuleInForce } from '@lampid/domain/rules/evaluate';
import type { Facts } from '@lampid/domain/rules/facts';
import type { Finding, ReportData } from '../../api/wire.js';
import { todayInJakarta } from '../../components/format.js';
import { pathKey } from '../forms/field-path.js';
import type { DeskRules } from './api/desk-rules.js';

/** What a report says by its form alone, finished or not. */
function factsAtDesk(
  rules: DeskRules,
  data: ReportData,
  attachments = (data.documents ?? []).map(({ kind }) => kind),
): Facts {
  const today = todayInJakarta();
  const reportedOn = rules.lawDate ?? today;
  const known = knownFactsOf(rules.formFacts, {
    ...{ data, attachments, today, reportedOn },
    config: rules.configuration,
  });
  return {
    ...known,
    ...extraFacts(data.extra as Record<string, unknown> | undefined),
    lawDate: reportedOn,
  };
}

/** What the tables say of it. */
export function judgeAtDesk(rules: DeskRules, data: ReportData): FindingsSoFar {
  return rules.tables.evaluateSoFar(rules.decisions, factsAtDesk(rules, data));
}

/** What they ask of its attached documents, as far as the form decides it. */
export function documentsAsked(
  rules: DeskRules,
  { data, kinds }: { data: ReportData; kinds: readonly string[] },
): DocumentRequirement[] {
  const { aboutDocuments } = rules;
  const decisions = rules.decisions.filter((id) => aboutDocuments.decisions.includes(id));
  return documentRequirements({
    kinds,
    attached: (data.documents ?? []).map(({ kind }) => kind),
    judge: (attached) => aboutDocuments.evaluateSoFar(decisions, factsAtDesk(rules, data, attached)).findings,
  });
}

/** Every rule that holds today, by the path of the field that it is about. */
export function rulesByField(rules: DeskRules, data: ReportData): ReadonlyMap<string, RuleInForce[]> {
  const byField = new Map<string, RuleInForce[]>();
  for (const rule of rules.tables.rulesInForce(rules.decisions, factsAtDesk(rules, data))) {
    if (rule.field === null) continue;
    const key = pathKey(rule.field);
    byField.set(key, [...(byField.get(key) ?? []), rule]);
  }
  return byField;
}

/** The desk's own findings, and of those that came before with the register's help what the desk cannot judge. */
export function withEarlier(
  { findings, undecided }: FindingsSoFar,
  earlier: readonly Finding[] | null,
): Finding[] {
  const found = new Set(findings.map(keyOf));
  const kept = (earlier ?? []).filter((finding) => undecided.has(finding.code) && !found.has(keyOf(finding)));
  return [...findings, ...kept];
}

const keyOf = ({ code, field }: Pick<Finding, 'code' | 'field'>) => `${code} ${field ?? ''}`;
