import { LabelTag } from '../../../components/label-tag.js';
import { useText, useWords } from '../../../i18n/language.js';
import { severityTones } from '../../findings/severity.js';
import { findingWords } from '../../findings/words.js';
import type { RuleChange, WhatIf } from '../api/what-if.js';
import { whatIfWords } from '../words.js';

interface RuleChangeViewProps {
  rule: RuleChange;
  /** Texts and laws by code. */
  rules: WhatIf['rules'];
}

/** A rule that applies now and did not then, or the other way round, with what it says and its law. */
export function RuleChangeView({ rule, rules }: RuleChangeViewProps) {
  const words = useWords(whatIfWords);
  const findings = useWords(findingWords);
  const text = useText();
  const { code, severity, change } = rule;
  const known = rules[code];
  return (
    <>
      <LabelTag tone={severityTones[severity]} title={findings[severity]}>
        {code} · {findings[severity]}
      </LabelTag>{' '}
      {words[change]}
      {known && (
        <div className="what-if-rule">
          {text(known.message)}
          {known.legalBasis && <small> {known.legalBasis}</small>}
        </div>
      )}
    </>
  );
}
