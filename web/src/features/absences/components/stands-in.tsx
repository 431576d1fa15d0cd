import { lazy, Suspense } from 'react';
import { useOfficer } from '../../../layout/session-context.js';

/** Few stand in for somebody: the others need not wait for it. */
const StandingIn = lazy(() => import('./standing-in.js'));

/** Over a list that shows the absent officers' beside one's own: whose they are, and until when. */
export function StandsIn() {
  const { deputising = [] } = useOfficer();
  if (deputising.length === 0) return null;
  return (
    <Suspense>
      <StandingIn deputising={deputising} />
    </Suspense>
  );
}
