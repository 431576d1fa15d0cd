import { Alert } from 'antd';
import { formatDate } from '../../../components/format.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { Overview } from '../api/operations.js';
import { operationsWords } from '../words.js';

/** What somebody has to renew before it ends. */
export function RunningOut({ items }: { items: Overview['runningOut'] }) {
  const words = useWords(operationsWords);
  const { language } = useLanguage();
  return items.map(({ what, lastDay }) => {
    const day = lastDay === null ? null : formatDate(lastDay, language);
    const title = what === 'holidays' ? words.holidaysEnd(day) : words.certificateEnds(day ?? '–');
    return <Alert key={what} className="bar" type="warning" showIcon title={title} />;
  });
}
