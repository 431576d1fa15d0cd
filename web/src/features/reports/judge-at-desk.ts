import { todayJakarta } from '@lampid/domain/dates';
import { extraFacts, knownFactsOf } from '@lampid/domain/rules/form-facts';
import type { FindingsSoFar } from '@lampid/domain/rules/evaluate';
import type { Finding, ReportData } from '../../api/wire.js';
import type { DeskRules } from './api/desk-rules.js';

/** What the tables say of a report by its form alone, finished or not. */
export function judgeAtDesk(rules: DeskRules, data: ReportData): FindingsSoFar {
  const today = todayJakarta(new Date());
  const known = knownFactsOf(rules.formFacts, {
    data,
    attachments: (data.documents ?? []).map(({ kind }) => kind),
    today,
    config: rules.configuration,
  });
  return rules.tables.evaluateSoFar(rules.decisions, {
    ...known,
    ...extraFacts(data.extra as Record<string, unknown> | undefined),
    lawDate: today,
  });
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
