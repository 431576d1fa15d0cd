import { Switch } from 'antd';
import { useState } from 'react';
import { LabelTag, type Tone } from '../../../components/label-tag.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { useText, useWords } from '../../../i18n/language.js';
import type { Mapping, Place, Plan, Remark } from '../api/migrations.js';
import { targetsFor } from '../mapping.js';
import { placeLabel } from '../place-names.js';
import { migrationWords } from '../words.js';

interface MappingTableProps {
  plan: Plan;
  mapping: Mapping;
  remarks: Remark[];
  /** Element that the diagrams point at. */
  chosen: string | null;
  onLook(element: string): void;
  onMap(element: string, target: string | null): void;
}

/** One line per step with a choice: what needs a look first, the rest on demand. Everything by keyboard. */
export function MappingTable({ plan, mapping, remarks, chosen, onLook, onMap }: MappingTableProps) {
  const words = useWords(migrationWords);
  const [onlyOpen, setOnlyOpen] = useState(true);
  // A line that was looked at stays, also when its choice is what the suggestion was.
  const needsLook = ({ id }: Place) =>
    plan.how[id] !== 'same' ||
    mapping[id] !== plan.mapping[id] ||
    [...plan.remarks, ...remarks].some(({ element }) => element === id);
  const lines = onlyOpen ? plan.source.filter(needsLook) : plan.source;
  return (
    <>
      <label className="migration-tools">
        <Switch checked={onlyOpen} onChange={setOnlyOpen} aria-label={words.onlyOpen} />
        {words.onlyOpen}
      </label>
      {lines.length === 0 ? (
        <NothingHere>{words.nothingOpen}</NothingHere>
      ) : (
        <div className="mapping-scroll" tabIndex={0} role="region" aria-label={words.mapping}>
          <table className="mapping">
            <thead>
              <tr>
                <th scope="col">{words.element}</th>
                <th scope="col">{words.to}</th>
                <th scope="col">{words.found}</th>
                <th scope="col">{words.remark}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((place) => (
                <Line
                  key={place.id}
                  place={place}
                  plan={plan}
                  target={mapping[place.id] ?? null}
                  remarks={remarks.filter(({ element }) => element === place.id)}
                  isChosen={chosen === place.id}
                  onLook={() => onLook(place.id)}
                  onMap={(target) => onMap(place.id, target)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const TONES = { same: 'neutral', alike: 'info', none: 'wait' } as const satisfies Record<string, Tone>;

interface LineProps {
  place: Place;
  plan: Plan;
  target: string | null;
  remarks: Remark[];
  isChosen: boolean;
  onLook(): void;
  onMap(target: string | null): void;
}

function Line({ place, plan, target, remarks, isChosen, onLook, onMap }: LineProps) {
  const words = useWords(migrationWords);
  const text = useText();
  const how = plan.how[place.id] ?? 'none';
  const name = text(place.names);
  const changed = target !== plan.mapping[place.id];
  return (
    <tr className={isChosen ? 'is-chosen' : undefined} onClick={onLook}>
      <th scope="row">
        {name}
        <small>{place.id}</small>
      </th>
      <td>
        <select
          aria-label={words.toOf(name)}
          value={target ?? ''}
          onFocus={onLook}
          onChange={({ currentTarget }) => onMap(currentTarget.value || null)}
        >
          <option value="">{words.nowhere}</option>
          {targetsFor(place, plan.target).map((option) => (
            <option key={option.id} value={option.id}>
              {placeLabel(option, text)}
            </option>
          ))}
        </select>
      </td>
      <td>
        {changed ? (
          <LabelTag tone="work">{words.chosen}</LabelTag>
        ) : (
          <LabelTag tone={TONES[how]}>{how === 'none' ? words.open_ : words[how]}</LabelTag>
        )}
      </td>
      <td>
        {remarks.length > 0 && (
          <ul>
            {remarks.map(({ code, kind, message }) => (
              <li key={`${code} ${message.en}`} className={kind === 'fault' ? 'mapping-fault' : undefined}>
                {text(message)}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
