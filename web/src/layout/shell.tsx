import { LogoutOutlined, MenuOutlined } from '@ant-design/icons';
import { Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import type { Session } from '../api/wire.js';
import { withQuery } from '../api/http.js';
import { Dialog } from '../components/dialog.js';
import { PageLoading } from '../components/page-loading.js';
import { ProblemAlert } from '../components/problem-alert.js';
import { NotificationBell } from '../features/notifications/components/notification-bell.js';
import { OpenPalette } from '../features/palette/open-palette.js';
import { useSession } from '../features/session/api/session.js';
import { SignInAgain } from '../features/session/components/sign-in-again.js';
import { roleNames } from '../features/session/roles.js';
import { sessionWords } from '../features/session/words.js';
import { useQueueStream } from '../features/tasks/api/queue-counts.js';
import { useText, useWords } from '../i18n/language.js';
import { LanguageSwitch } from './language-switch.js';
import { ProductMark } from './product-mark.js';
import { SessionContext } from './session-context.js';
import { SideMenu } from './side-menu.js';
import { ThemeSwitch } from './theme-switch.js';
import { layoutWords } from './words.js';

/** Everything behind sign-in. Without a session it leads to sign-in and back to the same page. */
export function Shell() {
  const session = useSession();
  const location = useLocation();
  // Who was here: when their sign-in ends, what they are filling in must not go with it.
  const [officer, setOfficer] = useState<Session | null>(null);
  if (session.data && officer === null) setOfficer(session.data);
  const isOther = session.data && officer && session.data.username !== officer.username;
  useEffect(() => {
    // Somebody else has signed in elsewhere in this browser: nothing of the page before is theirs.
    if (isOther) window.location.assign('/');
  }, [isOther]);
  if (isOther || session.isPending) return <PageLoading />;
  if (session.error) return <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />;
  const shown = session.data ?? officer;
  if (!shown)
    return <Navigate to={withQuery('/sign-in', { returnTo: location.pathname + location.search })} replace />;
  return (
    <SessionContext value={shown}>
      {!session.data && <SignInAgain />}
      <SignedInLayout session={shown} />
    </SessionContext>
  );
}

function SignedInLayout({ session }: { session: Session }) {
  const words = useWords(layoutWords);
  useQueueStream(session.groups.length > 0);
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div className="shell">
      <OpenPalette session={session} />
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
        <LanguageSwitch />
        <ThemeSwitch />
        {session.role !== 'analyst' && session.role !== 'auditor' && <NotificationBell />}
        <SignOut />
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

function SignOut() {
  const words = useWords(sessionWords);
  return (
    <a className="shell-head-button" href="/auth/logout" aria-label={words.signOut} title={words.signOut}>
      <LogoutOutlined aria-hidden />
    </a>
  );
}
