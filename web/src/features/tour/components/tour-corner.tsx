import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../../../i18n/language.js';
import { homeOf } from '../../../layout/menu.js';
import { useOfficer } from '../../../layout/session-context.js';
import { usePreference } from '../../preferences/preference.js';
import { offerWords } from '../offer-words.js';
import { readTourRecord } from '../tour-record.js';
import { goToStop, useStop } from '../tour-run.js';
import './tour-corner.css';

const TourOverlay = lazy(() => import('./tour-overlay.js'));

/** Over every page: the tour while it runs, and before the first one its offer where the role begins. */
export default function TourCorner() {
  const { role } = useOfficer();
  const { pathname } = useLocation();
  const at = useStop();
  if (role === 'hospital') return null;
  if (at === null) return pathname === homeOf(role) ? <TourOffer /> : null;
  return (
    <Suspense>
      <TourOverlay at={at} />
    </Suspense>
  );
}

function TourOffer() {
  const words = useWords(offerWords);
  const record = usePreference('tour', readTourRecord);
  if (!record.isLoaded || record.value !== null) return null;
  return (
    <section className="tour-offer" aria-label={words.offer}>
      <span>{words.ask}</span>
      <button type="button" onClick={() => goToStop(0)}>
        {words.start}
      </button>
      <button type="button" onClick={() => record.set('declined')}>
        {words.decline}
      </button>
    </section>
  );
}
