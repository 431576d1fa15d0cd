import { FileAddOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import { Link } from 'react-router';
import type { Session } from '../../../api/wire.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useReports } from '../../reports/api/reports.js';
import { ReportTable } from '../../reports/components/reports-page.js';
import { isOutside } from '../../session/roles.js';
import { useQueue } from '../../tasks/api/queue.js';
import { TaskLines } from '../../tasks/components/task-lines.js';
import { deskWords } from '../words.js';
import './desk-page.css';

/** `Dago, RW 001, RT 001` */
function neighbourhoodOf({ areaName, rw, rt }: Session): string | undefined {
  return [areaName, rw && `RW ${rw}`, rt && `RT ${rt}`].filter(Boolean).join(', ') || undefined;
}

/** Where an operator begins the day: what can be reported, what came back, what is half done. */
export function DeskPage() {
  const words = useWords(deskWords);
  const officer = useOfficer();
  return (
    <Page title={words.title} lead={neighbourhoodOf(officer)}>
      <section aria-label={words.report}>
        <EventCards />
      </section>
      {!isOutside(officer.role) && <OwnTasks />}
      <Drafts />
      <Card
        size="small"
        title={words.recent}
        className="next-card"
        extra={<Link to="/reports">{words.all}</Link>}
      >
        <ReportTable filter={{ limit: 8 }} short />
      </Card>
    </Page>
  );
}

function OwnTasks() {
  const words = useWords(deskWords);
  const tasks = useQueue({ filter: { sort: 'dueAt' } });
  return (
    <Card
      size="small"
      title={words.tasks}
      className="next-card"
      extra={<Link to="/tasks">{words.allTasks}</Link>}
    >
      <QueryState
        query={tasks}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<span className="soft">{words.noTasks}</span>}
      >
        {({ pages }) => <TaskLines tasks={pages[0]?.items.slice(0, 20) ?? []} />}
      </QueryState>
    </Card>
  );
}

function EventCards() {
  const text = useText();
  const officer = useOfficer();
  const eventTypes = useEventTypes();
  return (
    <QueryState query={eventTypes}>
      {(types) => (
        <ul className="event-cards">
          {types
            .filter((type) => type.reportedBy.includes(officer.role))
            .map((type) => (
              <li key={type.id}>
                <Link to={`/reports/new/${type.id}`} className="event-card">
                  <FileAddOutlined aria-hidden className="event-icon" />
                  <span className="event-name">{text(type.names)}</span>
                  <span className="event-what">{text(type.description)}</span>
                </Link>
              </li>
            ))}
        </ul>
      )}
    </QueryState>
  );
}

function Drafts() {
  const words = useWords(deskWords);
  const filter = { status: 'draft', mine: true, limit: 8 } as const;
  const drafts = useReports(filter);
  if (!drafts.data?.pages[0]?.items.length) return null;
  return (
    <Card size="small" title={words.drafts} className="next-card">
      <ReportTable filter={filter} short />
    </Card>
  );
}
