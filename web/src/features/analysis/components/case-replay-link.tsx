import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOfficer } from '../../../layout/session-context.js';

/** To the replay for those who may see it, to the case for the others. */
export function CaseReplayLink({ reportId, children }: { reportId: string; children: ReactNode }) {
  const { role } = useOfficer();
  const replays = role === 'auditor' || role === 'admin';
  return (
    <Link to={replays ? `/cases/${reportId}/replay` : `/cases/${reportId}`} className="ticket">
      {children}
    </Link>
  );
}
