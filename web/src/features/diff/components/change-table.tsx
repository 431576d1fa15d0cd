import { LabelTag } from '../../../components/label-tag.js';
import type { Spoken } from '../../../i18n/dictionary.js';
import { useText, useWords } from '../../../i18n/language.js';
import type { BundleChange, ChangedKind } from '../api/comparison.js';
import { SIGNS, TONES } from '../signs.js';
import { diffWords } from '../words.js';

type Words = Spoken<typeof diffWords>;

interface ChangeTableProps {
  file: string;
  changes: readonly BundleChange[];
  /** Element that is framed on the diagram. */
  chosen: string | null;
  onChoose(id: string): void;
}

/** The changes of one file, in words; those of a model lead to their place on the diagram. */
export function ChangeTable({ file, changes, chosen, onChoose }: ChangeTableProps) {
  const words = useWords(diffWords);
  return (
    <div className="change-frame" tabIndex={0} role="region" aria-label={file}>
      <table className="change-table" aria-label={file}>
        <thead>
          <tr>
            <th scope="col">{words.verb}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.details}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const isChosen = change.kind === 'element' && change.id === chosen;
            return (
              <tr
                key={`${change.kind} ${change.table ?? ''} ${change.id}`}
                aria-current={isChosen || undefined}
              >
                <td>
                  <LabelTag tone={TONES[change.change]}>
                    <span aria-hidden>{SIGNS[change.change]}</span> {words[change.change]}
                  </LabelTag>
                </td>
                <td>
                  <ChangedThing change={change} onChoose={onChoose} />
                  <div className="soft">{kindOf(change, words)}</div>
                </td>
                <td>
                  <Details change={change} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function ChangedThing({ change, onChoose }: { change: BundleChange; onChoose(id: string): void }) {
  const words = useWords(diffWords);
  if (change.kind !== 'element') return <strong>{change.name}</strong>;
  return (
    <button
      type="button"
      className="change-link"
      aria-label={words.show(change.name)}
      onClick={() => onChoose(change.id)}
    >
      {change.name}
    </button>
  );
}

/** More than these are folded: an added step says a dozen things. */
const SHOWN = 4;

function Details({ change: { details } }: { change: BundleChange }) {
  const words = useWords(diffWords);
  if (details.length === 0) return null;
  const list = (
    <ul className="change-details">
      {details.map((detail) => (
        <Detail key={detail.path} detail={detail} />
      ))}
    </ul>
  );
  if (details.length <= SHOWN) return list;
  return (
    <details>
      <summary>{words.more(details.length)}</summary>
      {list}
    </details>
  );
}

function Detail({ detail: { path, label, before, after } }: { detail: BundleChange['details'][number] }) {
  const words = useWords(diffWords);
  const text = useText();
  return (
    <li title={path}>
      <span className="change-label">{text(label)}:</span>{' '}
      {before === null ? <span className="soft">{words.nothing}</span> : <del>{before}</del>}{' '}
      <span aria-hidden>→</span>{' '}
      {after === null ? <span className="soft">{words.nothing}</span> : <ins>{after}</ins>}
    </li>
  );
}

/** `Tugas sistem · validate`, `Aturan, tabel birth`. */
function kindOf({ kind, type, table, id, name }: BundleChange, words: Words): string {
  if (table !== null) return words.inTable(wordOf(kind, words), table);
  const known = kind === 'element' && type !== null && type in words ? words[type as 'userTask'] : null;
  const what = known ?? (kind === 'element' && type ? type : wordOf(kind, words));
  return id === name ? what : `${what} · ${id}`;
}

function wordOf(kind: ChangedKind, words: Words): string {
  const names: Record<ChangedKind, string> = {
    file: words.kindFile,
    model: words.kindModel,
    element: words.kindElement,
    decision: words.kindDecision,
    column: words.kindColumn,
    rule: words.kindRule,
    form: words.kindForm,
    field: words.kindField,
  };
  return names[kind];
}
