import {
  AlertOutlined,
  BarChartOutlined,
  CheckSquareOutlined,
  FileAddOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  ImportOutlined,
  LineChartOutlined,
  LockOutlined,
  LogoutOutlined,
  MenuOutlined,
  PartitionOutlined,
  SafetyCertificateOutlined,
  UserOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Button, Drawer, Grid, Layout, Menu, type MenuProps } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import type { Session } from '../api/wire.js';
import { withQuery } from '../api/http.js';
import { PageLoading } from '../components/page-loading.js';
import { ProblemAlert } from '../components/problem-alert.js';
import { useEventTypes } from '../features/event-types/api/event-types.js';
import { NotificationBell } from '../features/notifications/components/notification-bell.js';
import { useSession } from '../features/session/api/session.js';
import { useQueueCounts, useQueueStream } from '../features/tasks/api/queue-counts.js';
import { roleNames } from '../features/session/roles.js';
import { sessionWords } from '../features/session/words.js';
import { useText, useWords } from '../i18n/language.js';
import { LanguageSwitch } from './language-switch.js';
import { activeKey, menuFor, type Room } from './menu.js';
import { ProductMark } from './product-mark.js';
import { SessionContext } from './session-context.js';
import { layoutWords } from './words.js';

const ICONS: Record<Room, ReactNode> = {
  desk: <HomeOutlined />,
  newReport: <FileAddOutlined />,
  tasks: <CheckSquareOutlined />,
  myReports: <FolderOpenOutlined />,
  cases: <FolderOpenOutlined />,
  registry: <TeamOutlined />,
  recap: <BarChartOutlined />,
  statistics: <LineChartOutlined />,
  closings: <LockOutlined />,
  imports: <ImportOutlined />,
  users: <UserOutlined />,
  family: <HomeOutlined />,
  incidents: <AlertOutlined />,
  models: <PartitionOutlined />,
  rules: <SafetyCertificateOutlined />,
};

/** Everything behind sign-in. Without a session it leads to sign-in and back to the same page. */
export function Shell() {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) return <PageLoading />;
  if (session.error) return <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data)
    return <Navigate to={withQuery('/sign-in', { returnTo: location.pathname + location.search })} replace />;
  return (
    <SessionContext value={session.data}>
      <SignedInLayout session={session.data} />
    </SessionContext>
  );
}

function SignedInLayout({ session }: { session: Session }) {
  const words = useWords(layoutWords);
  useQueueStream(session.groups.length > 0);
  const isWide = Grid.useBreakpoint().lg ?? true;
  const [drawerOpen, setDrawerOpen] = useState(false);
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        {words.toContent}
      </a>
      <Layout.Header className="shell-head">
        {!isWide && (
          <Button
            type="text"
            className="shell-head-button"
            icon={<MenuOutlined />}
            aria-label={words.openMenu}
            onClick={() => setDrawerOpen(true)}
          />
        )}
        <Link to="/" className="shell-home" aria-label="e-LAMPID">
          <ProductMark />
        </Link>
        <span className="shell-space" />
        <WhoAmI session={session} />
        <LanguageSwitch />
        {session.role !== 'analyst' && session.role !== 'auditor' && <NotificationBell />}
        <SignOut />
      </Layout.Header>
      <Layout>
        {isWide ? (
          <Layout.Sider width={224} className="shell-side">
            <SideMenu session={session} />
          </Layout.Sider>
        ) : (
          <Drawer
            open={drawerOpen}
            onClose={() => setDrawerOpen(false)}
            placement="left"
            size={260}
            title={<ProductMark />}
            styles={{ body: { padding: 8 } }}
          >
            <SideMenu session={session} onChosen={() => setDrawerOpen(false)} />
          </Drawer>
        )}
        <Layout.Content id="content" className="shell-content" tabIndex={-1} role="main">
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function WhoAmI({ session }: { session: Session }) {
  const text = useText();
  return (
    <div className="who-am-i">
      <strong>{session.name}</strong>
      <span>
        {text(roleNames[session.role])}
        {session.areaName ? ` · ${session.areaName}` : ''}
      </span>
    </div>
  );
}

function SignOut() {
  const words = useWords(sessionWords);
  return (
    <Button
      type="text"
      className="shell-head-button"
      icon={<LogoutOutlined />}
      aria-label={words.signOut}
      title={words.signOut}
      href="/auth/logout"
    />
  );
}

function SideMenu({ session, onChosen }: { session: Session; onChosen?: () => void }) {
  const words = useWords(layoutWords);
  const text = useText();
  const { pathname } = useLocation();
  const eventTypes = useEventTypes();
  const counts = useQueueCounts();
  const entries = menuFor(session.role, eventTypes.data ?? []);
  const items: MenuProps['items'] = entries.map((entry) => {
    if (entry.room !== 'newReport')
      return {
        key: entry.path,
        icon: ICONS[entry.room],
        label: (
          <Link to={entry.path}>
            {words[entry.room]}{' '}
            {entry.room === 'tasks' && counts !== null && <span className="menu-count">{counts.all}</span>}
          </Link>
        ),
      };
    return {
      key: entry.path,
      icon: ICONS.newReport,
      label: words.newReport,
      children: entry.events.map((event) => ({
        key: `${entry.path}/${event.id}`,
        label: <Link to={`${entry.path}/${event.id}`}>{text(event.names)}</Link>,
      })),
    };
  });
  const keys = entries.flatMap((entry) => [
    entry.path,
    ...entry.events.map((event) => `${entry.path}/${event.id}`),
  ]);
  const active = activeKey(pathname, keys);
  return (
    <nav aria-label={words.menu}>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={active ? [active] : []}
        defaultOpenKeys={['/reports/new']}
        onClick={onChosen}
        style={{ border: 0 }}
      />
    </nav>
  );
}
