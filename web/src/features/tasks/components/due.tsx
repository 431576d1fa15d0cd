import { formatDuration, formatInstant } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { taskWords } from '../words.js';
import { useNow } from './use-now.js';

const SOON_MS = 15 * 60_000;

/** Time left until a task is due; orange in the last quarter of an hour, red after. */
export function Due({ at }: { at: string | null }) {
  const words = useWords(taskWords);
  const { language } = useLanguage();
  const now = useNow();
  if (!at) return null;
  const left = Date.parse(at) - now;
  const time = formatDuration(Math.abs(left), language);
  return (
    <LabelTag
      tone={left < 0 ? 'bad' : left < SOON_MS ? 'wait' : 'neutral'}
      title={formatInstant(at, language)}
    >
      {left < 0 ? words.overdue(time) : words.dueIn(time)}
    </LabelTag>
  );
}

export function Age({ since }: { since: string }) {
  const { language } = useLanguage();
  const now = useNow();
  return (
    <span title={formatInstant(since, language)}>{formatDuration(now - Date.parse(since), language)}</span>
  );
}
