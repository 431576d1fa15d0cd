import { useLanguage } from '../../../i18n/language.js';

interface NumbersTableProps {
  title: string;
  parts: readonly { key: string; name: string; values: readonly (number | null)[] }[];
  series: readonly { id: string; name: string }[];
  /** Null: the numbers lead nowhere. */
  onOpen: ((bar: { part: string; series: string }) => void) | null;
}

/** The same numbers to read, each leading to its cases. */
export function NumbersTable({ title, parts, series, onOpen }: NumbersTableProps) {
  const { language } = useLanguage();
  return (
    <div className="statistics-scroll">
      <table className="statistics-table" aria-label={title}>
        <thead>
          <tr>
            <td />
            {series.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, name, values }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {series.map((one, index) => (
                <td key={one.id}>
                  {onOpen && values[index] ? (
                    <button
                      type="button"
                      className="statistics-number"
                      aria-label={`${name}, ${one.name}: ${values[index]}`}
                      onClick={() => onOpen({ part: key, series: one.id })}
                    >
                      {values[index]!.toLocaleString(language)}
                    </button>
                  ) : (
                    (values[index]?.toLocaleString(language) ?? '–')
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
