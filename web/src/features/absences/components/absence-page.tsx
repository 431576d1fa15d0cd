import { Page } from '../../../components/page.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { absenceWords } from '../words.js';
import { AbsenceDesk } from './absence-desk.js';

/** An officer says when they are away, and who does their work meanwhile. */
export function AbsencePage() {
  const words = useWords(absenceWords);
  const { username } = useOfficer();
  return (
    <Page title={words.title} lead={words.lead}>
      <AbsenceDesk username={username} />
    </Page>
  );
}
