import { Button, Card } from 'antd';
import { NothingHere } from '../../../components/nothing-here.js';
import { useWords } from '../../../i18n/language.js';
import type { Overview } from '../api/operations.js';
import { incidentsPath } from '../incidents-path.js';
import { operationsWords } from '../words.js';
import { LoadCells, LoadHeads } from './load-columns.js';

interface AreaLoadsProps {
  overview: Overview;
  /** The officer's own area: nothing above it is shown. */
  own: string;
  /** Event type that the page is narrowed to, or empty. */
  type: string;
  onOpen(code: string): void;
}

/** City, kecamatan, kelurahan: each leads to those below it. */
export function AreaLoads({ overview, own, type, onOpen }: AreaLoadsProps) {
  const words = useWords(operationsWords);
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
              <LoadHeads />
            </tr>
          </thead>
          <tbody>
            {areas.map(({ code, name, ...load }) => (
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
                <LoadCells
                  load={load}
                  name={name}
                  incidentsPath={incidentsPath({ view: 'list', area: code, type })}
                  at={at}
                />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
