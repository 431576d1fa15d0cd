import { BellOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../../../components/format.js';
import { Dialog } from '../../../components/dialog.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useNotifications } from '../api/notifications.js';
import { notificationWords } from '../words.js';
import './notification-bell.css';

/** Several officers share a computer at a counter. */
const seenBy = (username: string) => `lampid.notifications.seen.${username}`;

function lastSeen(username: string): string {
  try {
    return localStorage.getItem(seenBy(username)) ?? '';
  } catch {
    return '';
  }
}

/** Messages to the officer's desk, newest first; the badge counts those that came since the drawer was last open. */
export function NotificationBell() {
  const words = useWords(notificationWords);
  const { language } = useLanguage();
  const { username } = useOfficer();
  const notifications = useNotifications();
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState(() => lastSeen(username));
  const items = notifications.data?.items ?? [];
  const unseen = items.filter((item) => item.createdAt > seen).length;
  const show = () => {
    setOpen(true);
    const newest = items[0]?.createdAt;
    if (!newest) return;
    setSeen(newest);
    try {
      localStorage.setItem(seenBy(username), newest);
    } catch {
      // Without storage the badge comes back with the next page load.
    }
  };
  return (
    <>
      <button type="button" className="shell-head-button" aria-label={words.open(unseen)} onClick={show}>
        <BellOutlined aria-hidden />
        {unseen > 0 && <span className="bell-count">{unseen > 99 ? '99+' : unseen}</span>}
      </button>
      {open && (
        <Dialog place="side" title={words.title} onClose={() => setOpen(false)}>
          <QueryState
            query={notifications}
            isEmpty={(page) => page.items.length === 0}
            empty={<NothingHere>{words.none}</NothingHere>}
          >
            {(page) => (
              <ul className="notifications">
                {page.items.map((item) => (
                  <li key={item.id}>
                    <strong>
                      {item.reportId ? (
                        <Link to={`/cases/${item.reportId}`} onClick={() => setOpen(false)}>
                          {item.subject}
                        </Link>
                      ) : (
                        item.subject
                      )}
                    </strong>
                    <p>{item.body}</p>
                    <small className="soft">{formatInstant(item.createdAt, language)}</small>
                  </li>
                ))}
              </ul>
            )}
          </QueryState>
        </Dialog>
      )}
    </>
  );
}
