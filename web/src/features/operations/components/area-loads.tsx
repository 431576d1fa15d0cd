import { Button, Card } from 'antd';
import { Link } from 'react-router';
import { formatDuration } from '../../../components/format.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { Overview } from '../api/operations.js';
import { operationsWords } from '../words.js';

interface AreaLoadsProps {
  overview: Overview;
  /** The officer's own area: nothing above it is shown. */
  own: string;
  onOpen(code: string): void;
}

/** City, kecamatan, kelurahan: each leads to those below it. */
export function AreaLoads({ overview, own, onOpen }: AreaLoadsProps) {
  const words = useWords(operationsWords);
  const { language } = useLanguage();
  const { areas, area, at } = overview;
  const title = words.byArea(area.name);
  return (
    <Card
      size="small"
      className="operations-card"
      title={<h2 className="operations-heading">{title}</h2>}
      extra={
        area.code !== own && (
          <Button size="small" onClick={() => onOpen(area.code.slice(0, area.code.lastIndexOf('.')))}>
            {words.up}
          </Button>
        )
      }
    >
      {areas.length === 0 ? (
        <NothingHere>{words.noCases}</NothingHere>
      ) : (
        <table className="operations-table" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.area}</th>
              <th scope="col" className="operations-number">
                {words.tokens}
              </th>
              <th scope="col" className="operations-number">
                {words.incidents}
              </th>
              <th scope="col" className="operations-number">
                {words.since}
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ code, name, count, incidents, oldestAt }) => (
              <tr key={code}>
                <th scope="row">
                  {code === area.code ? (
                    name
                  ) : (
                    <button
                      type="button"
                      className="operations-open"
                      aria-label={words.open(name)}
                      onClick={() => onOpen(code)}
                    >
                      {name}
                    </button>
                  )}
                </th>
                <td className="operations-number">{count}</td>
                <td className="operations-number">
                  {incidents > 0 ? (
                    <Link
                      to={`/incidents?view=list&area=${code}`}
                      aria-label={words.incidentsAt(incidents, name)}
                    >
                      {incidents}
                    </Link>
                  ) : (
                    0
                  )}
                </td>
                <td className="operations-number">
                  {oldestAt ? formatDuration(Date.parse(at) - Date.parse(oldestAt), language) : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
