import { useWords } from '../../../i18n/language.js';
import type { NotJudged } from '../api/what-if.js';
import { whatIfWords } from '../words.js';

/** Why nothing can be said about a case. */
export function WhyNotJudged({ why }: { why: NotJudged }) {
  const words = useWords(whatIfWords);
  return (
    <>
      {words[why.code]}
      {why.fact && (
        <>
          {': '}
          <code>{why.fact}</code>
        </>
      )}
    </>
  );
}
