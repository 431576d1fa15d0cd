import { formatInstant } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { closingWords } from '../words.js';

export interface ClosedMarkProps {
  /** The closing that froze a report; null while its month is open. */
  closed: { version: number; sha256: string; closedAt: string; publishedAt: string | null } | null;
}

/** Says that a report is frozen, since when, and by what hash it can be recognised. */
export function ClosedMark({ closed }: ClosedMarkProps) {
  const words = useWords(closingWords);
  const { language } = useLanguage();
  if (!closed) return <LabelTag>{words.open}</LabelTag>;
  return (
    <LabelTag tone={closed.publishedAt ? 'good' : 'wait'} title={`SHA-256 ${closed.sha256}`}>
      {words.closed(closed.version, formatInstant(closed.closedAt, language))}
    </LabelTag>
  );
}
