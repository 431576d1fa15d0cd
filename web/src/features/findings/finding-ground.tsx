import type { CaseFinding, Finding } from '../../api/wire.js';
import { formatInstant } from '../../components/format.js';
import { useLanguage, useText, useWords } from '../../i18n/language.js';
import { useNames } from '../officers/use-names.js';
import { findingWords } from './words.js';

/** What a finding rests on: the article, the facts that were compared, and who let it pass, when and why. */
export function FindingGround({ finding }: { finding: Finding | CaseFinding }) {
  const words = useWords(findingWords);
  const text = useText();
  const nameOf = useNames();
  const { language } = useLanguage();
  const { legalBasis, compared = [] } = finding;
  const passed = 'acknowledgedBy' in finding && finding.acknowledgedBy !== null ? finding : null;
  const spoken = (value: string | number | boolean | null) => {
    if (value === null) return words.nothing;
    return typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value);
  };
  if (!legalBasis && compared.length === 0 && !passed) return null;
  return (
    <div className="finding-ground">
      {legalBasis && (
        <span>
          {legalBasis}
          {'version' in finding && finding.version !== null && ` · ${words.version(finding.version)}`}
        </span>
      )}
      {compared.length > 0 && (
        <span>{compared.map(({ label, value }) => `${text(label)}: ${spoken(value)}`).join(' · ')}</span>
      )}
      {passed && (
        <span>
          {words.passed(
            nameOf(passed.acknowledgedBy),
            passed.acknowledgedAt ? formatInstant(passed.acknowledgedAt, language) : '',
          )}
          {passed.acknowledgedReason && `: ${passed.acknowledgedReason}`}
        </span>
      )}
    </div>
  );
}
