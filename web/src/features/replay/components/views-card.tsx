import { Card } from 'antd';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { Replay } from '../api/replay.js';
import { replayWords } from '../words.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { OfficerName } from '../../officers/officer-name.js';

export function ViewsCard({ views }: Pick<Replay, 'views'>) {
  const words = useWords(replayWords);
  const { language } = useLanguage();
  return (
    <Card size="small" title={words.views} className="replay-views">
      {views.length === 0 ? (
        <NothingHere>{words.noViews}</NothingHere>
      ) : (
        <ul className="plain-list">
          {views.map(({ id, at, actor }) => (
            <li key={id}>
              <span className="number">{formatInstant(at, language)}</span> · <OfficerName of={actor} />
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{words.viewsHelp}</p>
    </Card>
  );
}
