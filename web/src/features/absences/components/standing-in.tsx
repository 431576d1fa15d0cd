import { Alert } from 'antd';
import { formatDate } from '../../../components/format.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { Session } from '../../../api/wire.js';
import { absenceWords } from '../words.js';

/** Whose work is in the queue beside one's own, and until when. */
export default function StandingIn({ deputising }: Required<Pick<Session, 'deputising'>>) {
  const words = useWords(absenceWords);
  const { language } = useLanguage();
  return deputising.map(({ username, name, areaName, until }) => (
    <Alert
      key={username}
      type="info"
      showIcon
      className="bar"
      title={words.standingIn(areaName ? `${name} (${areaName})` : name, formatDate(until, language))}
    />
  ));
}
