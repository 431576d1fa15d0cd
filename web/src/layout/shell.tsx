import { MenuOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import type { Session } from '../api/wire.js';
import { withQuery } from '../api/http.js';
import { Dialog } from '../components/dialog.js';
import { PageLoading } from '../components/page-loading.js';
import { NotificationBell } from '../features/notifications/components/notification-bell.js';
import { OpenPalette } from '../features/palette/open-palette.js';
import { useSession } from '../features/session/api/session.js';
import { useEventTypes } from '../features/event-types/api/event-types.js';
import { registerServiceWorker } from '../features/offline/register-service-worker.js';
import { SignInAgain } from '../features/session/components/sign-in-again.js';
import { SignOutLink } from '../features/session/components/sign-out-link.js';
import { roleNames } from '../features/session/roles.js';
import { useQueueStream } from '../features/tasks/api/queue-counts.js';
import { useText, useWords } from '../i18n/language.js';
import { NameBookContext, newNameBook } from '../features/officers/use-names.js';
import { LanguageSwitch } from './language-switch.js';
import { LineBanner } from './line-banner.js';
import { menuFor } from './menu.js';
import { ProductMark } from './product-mark.js';
import { SessionContext } from './session-context.js';
import { SideMenu } from './side-menu.js';
import { ThemeSwitch } from './theme-switch.js';
import { layoutWords } from './words.js';

const OfflineCorner = lazy(() => import('../features/offline/components/offline-corner.js'));
const OfflineDoor = lazy(() => import('../features/offline/components/offline-door.js'));
const TourCorner = lazy(async () => {
  // Nobody waits for it: the first page comes first.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  // Without a line there is no tour, and the page stands without it.
  return import('../features/tour/components/tour-corner.js').catch(() => ({ default: () => null }));
});

/** Everything behind sign-in. Without a session it leads to sign-in and back to the same page. */
export function Shell() {
  const session = useSession();
  const location = useLocation();
  // Who was here: when their sign-in ends, what they are filling in must not go with it.
  const [officer, setOfficer] = useState<Session | null>(null);
  if (session.data && officer === null) setOfficer(session.data);
  // A page of somebody else begins anew: what one may read another may not.
  const [names] = useState(newNameBook);
  const isOther = session.data && officer && session.data.username !== officer.username;
  useEffect(() => {
    // Somebody else has signed in elsewhere in this browser: nothing of the page before is theirs.
    if (isOther) window.location.assign('/');
  }, [isOther]);
  if (isOther || (session.isPending && !officer)) return <PageLoading />;
  const shown = session.data ?? officer;
  if (!shown && session.error)
    return (
      <Suspense fallback={<PageLoading />}>
        {/* The server says who is signed in; without a line, the PIN of a sealed store does. */}
        <OfflineDoor error={session.error} onRetry={() => void session.refetch()} onOpened={setOfficer} />
      </Suspense>
    );
  if (!shown)
    return <Navigate to={withQuery('/sign-in', { returnTo: location.pathname + location.search })} replace />;
  return (
    <SessionContext value={shown}>
      {session.data === null && <SignInAgain />}
      <NameBookContext value={names}>
        <SignedInLayout session={shown} />
      </NameBookContext>
    </SessionContext>
  );
}

function SignedInLayout({ session }: { session: Session }) {
  const words = useWords(layoutWords);
  useQueueStream(session.groups.length > 0);
  const types = useEventTypes();
  const mayReport = menuFor(session.role, types.data ?? []).some(({ room }) => room === 'offline');
  useEffect(() => {
    if (mayReport) registerServiceWorker();
  }, [mayReport]);
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {words.toContent}
      </a>
      <header className="shell-head">
        <button
          type="button"
          className="shell-head-button shell-menu-button"
          aria-label={words.openMenu}
          onClick={() => setMenuOpen(true)}
        >
          <MenuOutlined aria-hidden />
        </button>
        <Link to="/" className="shell-home" aria-label="e-LAMPID">
          <ProductMark />
        </Link>
        <span className="shell-space" />
        <WhoAmI session={session} />
        <OpenPalette session={session} />
        <LanguageSwitch />
        <ThemeSwitch />
        {session.role !== 'analyst' && session.role !== 'auditor' && <NotificationBell />}
        <Suspense fallback={<SignOutLink />}>{mayReport ? <OfflineCorner /> : <SignOutLink />}</Suspense>
      </header>
      <div className="shell-body">
        <div className="shell-side">
          <SideMenu session={session} />
        </div>
        {menuOpen && (
          <Dialog place="menu" title={words.menu} onClose={() => setMenuOpen(false)}>
            <SideMenu session={session} onChosen={() => setMenuOpen(false)} />
          </Dialog>
        )}
        <main id="content" className="shell-content" tabIndex={-1}>
          <LineBanner mayReport={mayReport} />
          <Suspense>
            <TourCorner />
          </Suspense>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
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
