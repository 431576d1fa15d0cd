import { Alert } from 'antd';
import { useText, useWords } from '../../../i18n/language.js';
import type { Retried } from '../api/incidents.js';
import { incidentWords } from '../words.js';

/** More refusals than these are counted only. */
const MOST_TOLD = 10;

/** What became of each that was to be tried again. */
export function RetryResult({ retried }: { retried: Retried }) {
  const words = useWords(incidentWords);
  const text = useText();
  const { items, more } = retried;
  const refused = items.flatMap(({ id, problem }) => (problem ? [{ id, problem }] : []));
  const count = (result: string) => items.filter((item) => item.result === result).length;
  const parts = [
    count('retried') > 0 && words.retried(count('retried')),
    count('resolved') > 0 && words.resolved(count('resolved')),
    refused.length > 0 && words.notRetried(refused.length),
    more && words.more,
  ];
  return (
    <Alert
      className="bar"
      closable
      role="status"
      showIcon
      type={refused.length > 0 ? 'warning' : 'success'}
      title={parts.filter(Boolean).join(', ')}
      description={
        refused.length > 0 && (
          <ul className="plain-list">
            {refused.slice(0, MOST_TOLD).map(({ id, problem }) => (
              <li key={id}>
                {words.incident(id)}: {text(problem.detail ?? problem.title)}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
