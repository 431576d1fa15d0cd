import { Card } from 'antd';
import { NothingHere } from '../../../components/nothing-here.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { reportStatuses } from '../../reports/status.js';
import type { Overview } from '../api/operations.js';
import { operationsWords } from '../words.js';

/** A line for each status, a column for each type, as far as there are cases. */
export function StatusTable({ cases }: Pick<Overview, 'cases'>) {
  const words = useWords(operationsWords);
  const text = useText();
  const eventTypes = useEventTypes();
  const types = [...new Set(cases.map(({ type }) => type))];
  const statuses = Object.keys(reportStatuses).filter((status) => cases.some((one) => one.status === status));
  const count = (wanted: { type?: string; status?: string }) =>
    cases
      .filter(({ type, status }) => type === (wanted.type ?? type) && status === (wanted.status ?? status))
      .reduce((sum, one) => sum + one.count, 0);
  const nameOf = (type: string) => {
    const names = eventTypes.data?.find(({ id }) => id === type)?.names;
    return names ? text(names) : type;
  };
  return (
    <Card
      size="small"
      className="operations-card"
      title={<h2 className="operations-heading">{words.byStatus}</h2>}
    >
      {cases.length === 0 ? (
        <NothingHere>{words.noCases}</NothingHere>
      ) : (
        <div className="operations-scroll" tabIndex={0} role="region" aria-label={words.byStatus}>
          <table className="operations-table" aria-label={words.byStatus}>
            <thead>
              <tr>
                <td />
                {types.map((type) => (
                  <th key={type} scope="col" className="operations-number">
                    {nameOf(type)}
                  </th>
                ))}
                <th scope="col" className="operations-number">
                  {words.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {statuses.map((status) => (
                <tr key={status}>
                  <th scope="row">{text(reportStatuses[status as keyof typeof reportStatuses].name)}</th>
                  {types.map((type) => (
                    <td key={type} className="operations-number">
                      {count({ type, status }) || '–'}
                    </td>
                  ))}
                  <td className="operations-number">{count({ status })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
