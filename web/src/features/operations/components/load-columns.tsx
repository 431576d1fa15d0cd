import { Link } from 'react-router';
import { formatDuration } from '../../../components/format.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { operationsWords } from '../words.js';

/** Heads of what every table of loads counts: tokens, incidents, and how long the oldest waits. */
export function LoadHeads() {
  const words = useWords(operationsWords);
  return [words.tokens, words.incidents, words.since].map((head) => (
    <th key={head} scope="col" className="operations-number">
      {head}
    </th>
  ));
}

interface LoadCellsProps {
  load: { count: number; incidents: number; oldestAt: string | null };
  /** What it is the load of. */
  name: string;
  /** Its incidents in the list of incidents. */
  incidentsPath: string;
  /** When it was counted. */
  at: string;
}

export function LoadCells({ load: { count, incidents, oldestAt }, name, incidentsPath, at }: LoadCellsProps) {
  const words = useWords(operationsWords);
  const { language } = useLanguage();
  return (
    <>
      <td className="operations-number">{count}</td>
      <td className="operations-number">
        {incidents > 0 ? (
          <Link to={incidentsPath} aria-label={words.incidentsAt(incidents, name)}>
            {incidents}
          </Link>
        ) : (
          0
        )}
      </td>
      <td className="operations-number">
        {oldestAt ? formatDuration(Date.parse(at) - Date.parse(oldestAt), language) : '–'}
      </td>
    </>
  );
}
