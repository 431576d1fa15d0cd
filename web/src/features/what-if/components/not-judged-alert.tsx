import { Alert } from 'antd';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { WhatIf } from '../api/what-if.js';
import { whatIfWords } from '../words.js';
import { WhyNotJudged } from './why-not-judged.js';

/** What the numbers below do not speak of, and why. */
export function NotJudgedAlert({ found }: { found: WhatIf }) {
  const words = useWords(whatIfWords);
  const { language } = useLanguage();
  const { done, summary, groups } = found;
  const number = (value: number) => value.toLocaleString(language);
  const reasons = groups.filter(({ kind }) => kind === 'not-judged');
  if (summary.notJudged === 0) return null;
  const judged = done - summary.notJudged;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.someNotJudged(number(summary.notJudged), number(done))}
      description={
        <>
          <p>{judged === 0 ? words.nothingSaid : words.saidOf(number(judged))}</p>
          <ul className="what-if-reasons">
            {reasons.map(({ why, cases }) => (
              <li key={`${why?.code} ${why?.fact}`}>
                {why && <WhyNotJudged why={why} />} ({number(cases)})
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
