import { FileAddOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import { Link } from 'react-router';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useReports } from '../../reports/api/reports.js';
import { ReportTable } from '../../reports/components/reports-page.js';
import { useQueue } from '../../tasks/api/queue.js';
import { TaskLines } from '../../tasks/components/task-lines.js';
import { deskWords } from '../words.js';
import './desk-page.css';

/** Where an operator begins the day: what can be reported, what came back, what is half done. */
export function DeskPage() {
  const words = useWords(deskWords);
  const officer = useOfficer();
  const tasks = useQueue({ filter: { sort: 'dueAt' } });
  return (
    <Page title={words.title} lead={officer.areaName ?? undefined}>
      <section aria-label={words.report}>
        <EventCards />
      </section>
      <Card size="small" title={words.tasks} className="next-card">
        <QueryState
          query={tasks}
          isEmpty={({ pages }) => pages[0]?.items.length === 0}
          empty={<span className="soft">{words.noTasks}</span>}
        >
          {({ pages }) => <TaskLines tasks={pages[0]?.items.slice(0, 20) ?? []} />}
        </QueryState>
      </Card>
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
                  <FileAddOutlined className="event-icon" />
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
