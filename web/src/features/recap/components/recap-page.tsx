import { Page } from '../../../components/page.js';
import { useWords } from '../../../i18n/language.js';
import { recapWords } from '../words.js';

export function RecapPage() {
  const words = useWords(recapWords);
  return (
    <Page title={words.title} lead={words.lead}>
      {null}
    </Page>
  );
}
