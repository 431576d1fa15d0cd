import { Alert, Card, Descriptions, Timeline, Typography } from 'antd';
import { formatDate, formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { StatusTag } from '../../reports/components/status-tag.js';
import { useAnswerOnline } from '../../satisfaction/api/satisfaction.js';
import { SatisfactionQuestion } from '../../satisfaction/components/satisfaction-question.js';
import type { TrackedCase, TrackingKey } from '../api/tracking.js';
import { statusSentences, trackingWords } from '../words.js';

/** The case in plain words, and the question after its end. */
export function TrackedView({ found, by }: { found: TrackedCase; by: TrackingKey }) {
  const words = useWords(trackingWords);
  const text = useText();
  const { language } = useLanguage();
  const answer = useAnswerOnline(by);
  return (
    <>
      <Card
        size="small"
        title={<h2 className="tracking-event">{text(found.names)}</h2>}
        extra={<StatusTag status={found.status} />}
      >
        <Typography.Paragraph strong className="tracking-status">
          {text(statusSentences[found.status])}
        </Typography.Paragraph>
        {found.awaitsOthers && <Typography.Paragraph>{words.awaitsOthers}</Typography.Paragraph>}
        {found.papers !== 'none' && <Typography.Paragraph>{words[found.papers]}</Typography.Paragraph>}
        {found.expectedOn && (
          <Typography.Paragraph>
            {words.expected(formatDate(found.expectedOn, language))}
          </Typography.Paragraph>
        )}
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'ticket', label: words.ticket, children: <span className="ticket">{found.ticket}</span> },
            { key: 'name', label: words.about, children: found.name },
            { key: 'area', label: words.office, children: found.areaName },
          ]}
        />
      </Card>
      {found.returned && <Missing returned={found.returned} />}
      <Card size="small" title={<h2 className="tracking-event">{words.passed}</h2>}>
        <Timeline
          className="tracking-steps"
          items={found.steps.map(({ status, at }) => ({
            key: `${status} ${at}`,
            content: (
              <>
                {text(statusSentences[status])}
                <br />
                <Typography.Text type="secondary">{formatInstant(at, language)}</Typography.Text>
              </>
            ),
          }))}
        />
      </Card>
      {found.satisfaction.askable && (
        <Card size="small">
          <SatisfactionQuestion given={found.satisfaction.score} answer={answer} />
        </Card>
      )}
    </>
  );
}

function Missing({ returned }: { returned: NonNullable<TrackedCase['returned']> }) {
  const words = useWords(trackingWords);
  const text = useText();
  const { language } = useLanguage();
  const { documents, others, until } = returned;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.bring}
      description={
        <>
          {documents.length > 0 && (
            <ul>
              {documents.map((message) => (
                <li key={message.en}>{text(message)}</li>
              ))}
            </ul>
          )}
          {others > 0 && <p>{words.others(others)}</p>}
          {documents.length + others === 0 && <p>{words.askOffice}</p>}
          {until && <p>{words.until(formatDate(until, language))}</p>}
        </>
      }
    />
  );
}
