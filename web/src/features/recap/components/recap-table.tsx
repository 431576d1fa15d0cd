import { useText, useWords } from '../../../i18n/language.js';
import type { CellRef } from '../api/books.js';
import type { RecapRow } from '../api/recap.js';
import { recapWords } from '../words.js';

interface RecapTableProps {
  rows: readonly RecapRow[];
  number(value: number): string;
  /** Somebody wants the names behind a cell. */
  onOpen(cell: CellRef & { title: string }): void;
}

/** Cells of the ten counting columns, in their order. */
const COLUMNS = [
  ...['wniMale', 'wniFemale', 'wnaMale', 'wnaFemale', 'male', 'female', 'all'],
  ...['familyMale', 'familyFemale', 'families'],
];

/** The twelve columns of form A-9 (DOMAIN 6). */
export function RecapTable({ rows, number, onOpen }: RecapTableProps) {
  const words = useWords(recapWords);
  const text = useText();
  const { wni, wna, total, families, male, female, both } = words;
  const heads = [
    ...[`${wni} ${male}`, `${wni} ${female}`, `${wna} ${male}`, `${wna} ${female}`],
    ...[`${total} ${male}`, `${total} ${female}`, `${total} ${both}`],
    ...[`${families} ${male}`, `${families} ${female}`, `${families} ${both}`],
  ];
  return (
    <div className="recap-scroll" tabIndex={0} role="region" aria-label={words.table}>
      <table className="recap-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.no}
            </th>
            <th scope="col" rowSpan={2}>
              {words.item}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.wni}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.wna}
            </th>
            <th scope="colgroup" colSpan={3}>
              {words.total}
            </th>
            <th scope="colgroup" colSpan={3}>
              {words.families}
            </th>
          </tr>
          <tr>
            {[words.male, words.female, words.male, words.female].map((word, index) => (
              <th key={index} scope="col">
                {word}
              </th>
            ))}
            {[words.male, words.female, words.both, words.male, words.female, words.both].map(
              (word, index) => (
                <th key={index} scope="col">
                  {word}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={`recap-${row.id}`}>
              <td>{row.number ?? ''}</td>
              <th scope="row">{text(row.names)}</th>
              {valuesOf(row).map((value, index) => (
                <td key={index} className={value === 0 ? 'recap-zero' : undefined}>
                  <button
                    type="button"
                    className="recap-cell"
                    aria-label={words.showNames(text(row.names), heads[index]!, number(value))}
                    onClick={() =>
                      onOpen({
                        row: row.id,
                        cell: COLUMNS[index]!,
                        title: words.namesOf(text(row.names), heads[index]!),
                      })
                    }
                  >
                    {number(value)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valuesOf({ cells, totals }: RecapRow): number[] {
  return [
    ...[cells.wniMale, cells.wniFemale, cells.wnaMale, cells.wnaFemale],
    ...[totals.male, totals.female, totals.all],
    ...[cells.familyMale, cells.familyFemale, totals.families],
  ];
}
