import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { RuleInForce } from '@lampid/domain/rules/evaluate';
import type { ReportData } from '../../api/wire.js';
import type { Language } from '../../i18n/dictionary.js';
import { useLanguage } from '../../i18n/language.js';
import { useOfficer } from '../../layout/session-context.js';
import type { FormAids } from '../forms/form-aids/form-aids.js';
import type { DeskRules, JudgedBy } from './api/desk-rules.js';
import { deskRulesQuery } from './api/desk-rules-query.js';
import { lookUpFor } from './api/look-up.js';
import { rulesByField } from './judge-at-desk.js';

interface EditedAids extends FormAids {
  /** The rules came, or the report became another: what `rulesOf` answers is made anew when it is next asked. */
  edited(now: { rules?: DeskRules | null | undefined; data?: ReportData }): void;
}

/** Help beside the fields of a report: the rules about each of them and, for who may look somebody up, the people it names. */
export function useFormAids(judgedBy: JudgedBy): EditedAids {
  const { type } = judgedBy;
  const { language } = useLanguage();
  // The register opens itself to the office's own counter only.
  const mayLookUp = useOfficer().role === 'operator';
  const rules = useQuery(deskRulesQuery(judgedBy)).data;
  const aids = useMemo(() => createAids({ type, language, mayLookUp }), [type, language, mayLookUp]);
  useEffect(() => aids.edited({ rules }), [aids, rules]);
  return aids;
}

function createAids({
  type,
  language,
  mayLookUp,
}: {
  type: string;
  language: Language;
  mayLookUp: boolean;
}): EditedAids {
  const listeners = new Set<() => void>();
  let rules: DeskRules | null | undefined;
  let data: ReportData = {};
  let byField: ReadonlyMap<string, RuleInForce[]> | undefined;
  return {
    language,
    people: mayLookUp ? lookUpFor(type) : null,
    rulesOf(path) {
      if (!rules) return [];
      byField ??= rulesByField(rules, data);
      const said = (byField.get(path) ?? []).map(({ code, message, legalBasis }) => ({
        ...{ code, legalBasis, message: message[language] },
      }));
      // A rule of several rows says one thing.
      const sentences = new Map(said.map((rule) => [`${rule.code} ${rule.message}`, rule]));
      return [...sentences.values()];
    },
    edited(now) {
      const rulesCame = now.rules !== undefined && now.rules !== rules;
      if (rulesCame) rules = now.rules;
      if (now.data) data = now.data;
      byField = undefined;
      // What is typed draws the form anew by itself.
      if (rulesCame) listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
