import { Link } from 'react-router';
import { NothingHere } from '../components/nothing-here.js';
import { Page } from '../components/page.js';
import { commonWords } from '../components/words.js';
import { useWords } from '../i18n/language.js';

export function NoSuchPage() {
  const words = useWords(commonWords);
  return (
    <Page title={words.pageUnknown}>
      <NothingHere>
        <Link to="/">{words.home}</Link>
      </NothingHere>
    </Page>
  );
}
