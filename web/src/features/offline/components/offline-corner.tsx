import { CloudUploadOutlined, DisconnectOutlined } from '@ant-design/icons';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useLine } from '../../../api/use-line.js';
import { useWords } from '../../../i18n/language.js';
import { useOffline } from '../offline.js';
import { useSending } from '../use-sending.js';
import { cornerWords } from '../corner-words.js';
import { SignOutLink } from '../../session/components/sign-out-link.js';
import './offline-corner.css';

const LeaveDialog = lazy(() => import('./leave-dialog.js'));

/** In the head of every page: a line that is gone, what waits on the device, and a way out that takes the queue into account. */
export default function OfflineCorner() {
  const words = useWords(cornerWords);
  const isUp = useLine();
  const { pending } = useOffline();
  const [leaving, setLeaving] = useState(false);
  useSending();
  const label = words.mark(isUp ? words.lineUp : words.lineDown, pending);
  return (
    <>
      {(!isUp || pending > 0) && (
        <Link to="/offline" className="shell-head-button offline-mark" aria-label={label} title={label}>
          {isUp ? <CloudUploadOutlined aria-hidden /> : <DisconnectOutlined aria-hidden />}
          {pending > 0 && (
            <span className="offline-mark-count" aria-hidden>
              {pending}
            </span>
          )}
        </Link>
      )}
      <SignOutLink
        onClick={(event) => {
          if (isUp && pending === 0) return;
          event.preventDefault();
          setLeaving(true);
        }}
      />
      {leaving && (
        <Suspense>
          <LeaveDialog onClose={() => setLeaving(false)} />
        </Suspense>
      )}
    </>
  );
}
