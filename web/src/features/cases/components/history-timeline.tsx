import { Alert, Timeline } from 'antd';
import { Fragment } from 'react';
import { LabelTag } from '../../../components/label-tag.js';
import type { CaseMove, History } from '../../../api/wire.js';
import { formatDuration, formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { FindingList } from '../../findings/finding-list.js';
import type { FormItemInfo } from '../../forms/form-fields.js';
import { caseWords } from '../words.js';
import { storyWithMoves, type StoryItem } from '../story.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { OfficerName } from '../../officers/officer-name.js';
import { useNames } from '../../officers/use-names.js';
import { isPerson } from '../../officers/who.js';

interface HistoryTimelineProps {
  history: History;
  fields: readonly FormItemInfo[];
}

/** What happened, in words: the steps that people and workers did. */
export function HistoryTimeline({ history, fields }: HistoryTimelineProps) {
  const words = useWords(caseWords);
  const story = storyWithMoves(history);
  if (story.length === 0) return <NothingHere>{words.noHistory}</NothingHere>;
  return (
    <Timeline
      className="history"
      items={story.map((told, index) =>
        told.kind === 'move'
          ? {
              key: `move-${told.at}`,
              color: 'blue',
              content: <Moved move={told.move} definitions={history.definitions} />,
            }
          : {
              key: `${told.item.element}-${told.at}-${index}`,
              color: told.item.cancelled ? 'gray' : told.item.end ? 'green' : 'orange',
              content: <Told item={told.item} fields={fields} />,
            },
      )}
    />
  );
}

function Moved({ move, definitions }: { move: CaseMove; definitions: History['definitions'] }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const version = definitions.find(({ definitionId }) => definitionId === move.targetId)?.version;
  return (
    <div>
      <strong>{words.movedTo(version === undefined ? '?' : String(version))}</strong>
      <div className="soft">
        {formatInstant(move.at, language)} · <OfficerName of={move.by} />
      </div>
    </div>
  );
}

function Told({ item, fields }: { item: StoryItem; fields: readonly FormItemInfo[] }) {
  const words = useWords(caseWords);
  const text = useText();
  const { language } = useLanguage();
  const nameOf = useNames();
  const facts = [
    formatInstant(item.start, language),
    item.end && words.took(formatDuration(Date.parse(item.end) - Date.parse(item.start), language)),
    item.actor !== null && <OfficerName of={item.actor} />,
    item.deputyOf && words.asDeputyOf(nameOf(item.deputyOf)),
    item.attempts.length > 1 && words.attempts(item.attempts.length),
  ];
  const open = item.incidents.filter((incident) => incident.resolvedAt === null);
  return (
    <div>
      <div className="history-head">
        <strong>{text(item.names)}</strong>
        {item.outcome && isPerson(item.actor) && (
          <LabelTag>{item.outcomeLabel ? text(item.outcomeLabel) : item.outcome}</LabelTag>
        )}
        {item.cancelled && <LabelTag>{words.interrupted}</LabelTag>}
        {!item.end && <LabelTag tone="wait">{words.running}</LabelTag>}
      </div>
      <div className="soft">
        {facts.filter(Boolean).map((fact, index) => (
          <Fragment key={index}>
            {index > 0 && ' · '}
            {fact}
          </Fragment>
        ))}
      </div>
      {item.note && <div className="history-note">{words.note(item.note)}</div>}
      {open.map((incident) => (
        <Alert
          key={incident.id}
          type="error"
          showIcon
          title={words.incidentOpen}
          description={incident.message}
        />
      ))}
      {item.findings.length > 0 && <FindingList findings={item.findings} fields={fields} />}
    </div>
  );
}
