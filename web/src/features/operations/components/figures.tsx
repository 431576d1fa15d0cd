import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDuration } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import type { Overview } from '../api/operations.js';
import { operationsWords } from '../words.js';

/** The numbers that tell at a glance whether all is well. */
export function Figures({ overview, incidentsPath }: { overview: Overview; incidentsPath: string }) {
  const words = useWords(operationsWords);
  const text = useText();
  const { language } = useLanguage();
  const { cases, incidents, oldest, throughput, outbox, attempts, feedLagMs, at } = overview;
  const number = (value: number) => value.toLocaleString(language);
  const open = cases.reduce((sum, { count }) => sum + count, 0);
  const failed = attempts.reduce((sum, topic) => sum + topic.failed, 0);
  const runs = attempts.reduce((sum, topic) => sum + topic.runs, 0);
  return (
    <dl className="operations-figures" aria-label={words.now}>
      <Figure name={words.openCases} value={number(open)} />
      <Figure
        name={words.incidents}
        value={<Link to={incidentsPath}>{number(incidents)}</Link>}
        bad={incidents > 0}
      />
      <Figure
        name={words.submittedToday}
        value={number(throughput.submittedToday)}
        note={words.lastHour(throughput.submittedLastHour)}
      />
      <Figure
        name={words.endedToday}
        value={number(throughput.endedToday)}
        note={words.lastHour(throughput.endedLastHour)}
      />
      <Figure
        name={words.oldest}
        value={oldest ? formatDuration(Date.parse(at) - Date.parse(oldest.openedAt), language) : '–'}
        note={
          oldest ? (
            <>
              <Link to={`/cases/${oldest.reportId}`} className="ticket">
                {oldest.ticket}
              </Link>{' '}
              {text(oldest.step)}
            </>
          ) : (
            words.noneWaits
          )
        }
      />
      <Figure
        name={words.outbox}
        value={number(outbox.pending)}
        note={words.outboxNote(outbox.poison, formatDuration(outbox.lagMs, language))}
        bad={outbox.poison > 0}
      />
      <Figure
        name={words.feed}
        value={feedLagMs === null ? words.unknown : formatDuration(feedLagMs, language)}
        note={words.feedNote}
        bad={feedLagMs === null}
      />
      <Figure name={words.attempts} value={number(failed)} note={words.attemptsNote(runs)} bad={failed > 0} />
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  bad?: boolean;
}

function Figure({ name, value, note, bad = false }: FigureProps) {
  return (
    <div className="operations-figure">
      <dt>{name}</dt>
      <dd>
        <span className="operations-value">
          {bad && (
            <span className="operations-bad" aria-hidden="true">
              !
            </span>
          )}
          {value}
        </span>
        {note && <span className="operations-note">{note}</span>}
      </dd>
    </div>
  );
}
