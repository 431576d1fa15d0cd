import {
  AlertOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CompassOutlined,
  DisconnectOutlined,
  EditOutlined,
  FileAddOutlined,
  FireOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  LineChartOutlined,
  LockOutlined,
  PartitionOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { Session } from '../api/wire.js';
import { useEventTypes } from '../features/event-types/api/event-types.js';
import { useQueueCounts } from '../features/tasks/api/queue-counts.js';
import { useText, useWords } from '../i18n/language.js';
import { activeKey, menuFor, type MenuEntry, type Room } from './menu.js';
import { layoutWords } from './words.js';

const ICONS: Record<Room, ReactNode> = {
  desk: <HomeOutlined aria-hidden />,
  newReport: <FileAddOutlined aria-hidden />,
  tasks: <CheckSquareOutlined aria-hidden />,
  handovers: <InboxOutlined aria-hidden />,
  myReports: <FolderOpenOutlined aria-hidden />,
  cases: <FolderOpenOutlined aria-hidden />,
  registry: <TeamOutlined aria-hidden />,
  recap: <BarChartOutlined aria-hidden />,
  statistics: <LineChartOutlined aria-hidden />,
  closings: <LockOutlined aria-hidden />,
  imports: <ImportOutlined aria-hidden />,
  users: <UserOutlined aria-hidden />,
  family: <IdcardOutlined aria-hidden />,
  incidents: <AlertOutlined aria-hidden />,
  models: <PartitionOutlined aria-hidden />,
  studio: <EditOutlined aria-hidden />,
  offline: <DisconnectOutlined aria-hidden />,
  rules: <SafetyCertificateOutlined aria-hidden />,
  analysis: <FireOutlined aria-hidden />,
  // One that is here already: the first load has no room for another.
  operations: <LineChartOutlined aria-hidden />,
  tour: <CompassOutlined aria-hidden />,
  absence: <CalendarOutlined aria-hidden />,
  notes: <EditOutlined aria-hidden />,
};

/** The rooms of a role, as links. */
export function SideMenu({ session, onChosen }: { session: Session; onChosen?: () => void }) {
  const words = useWords(layoutWords);
  const { pathname } = useLocation();
  const eventTypes = useEventTypes();
  const entries = menuFor(session.role, eventTypes.data ?? []);
  const keys = entries.flatMap((entry) => [
    entry.path,
    ...entry.events.map(({ id }) => `${entry.path}/${id}`),
  ]);
  const active = activeKey(pathname, keys);
  return (
    <nav
      aria-label={words.menu}
      className="side-menu"
      onClick={({ target }) => isLink(target) && onChosen?.()}
    >
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.room} entry={entry} active={active} />
        ))}
      </ul>
    </nav>
  );
}

const isLink = (target: EventTarget) => target instanceof Element && target.closest('a') !== null;

function Entry({ entry, active }: { entry: MenuEntry; active: string | null }) {
  const words = useWords(layoutWords);
  const text = useText();
  const counts = useQueueCounts();
  const current = (path: string) => (path === active ? ('page' as const) : undefined);
  if (entry.room === 'newReport')
    return (
      <li>
        <details open>
          <summary>
            {ICONS.newReport}
            {words.newReport}
          </summary>
          <ul>
            {entry.events.map(({ id, names }) => (
              <li key={id}>
                <Link to={`${entry.path}/${id}`} aria-current={current(`${entry.path}/${id}`)}>
                  {text(names)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      </li>
    );
  return (
    <li className={entry.beginsKind ? 'menu-kind' : undefined}>
      <Link to={entry.path} aria-current={current(entry.path)}>
        {ICONS[entry.room]}
        {words[entry.room]}{' '}
        {entry.room === 'tasks' && counts !== null && counts.all > 0 && (
          <span className="menu-count">{counts.all}</span>
        )}
      </Link>
    </li>
  );
}
