/** @jsxImportSource preact */
import { codeName } from '@lampid/domain/codes';
import { useRef, useState } from 'preact/hooks';
import { speak, type Language } from '../../../i18n/dictionary.js';
import { aidWords } from './aid-words.js';
import type { FormAids, FoundFamily } from './form-aids.js';
import { useFormService, type RunningForm } from './form-service.js';
import { valueAt } from './value-at.js';
import type { FieldProps } from './with-aids.js';

const WHOLE_NUMBER = /^\d{16}$/;
const PATIENCE_MS = 8_000;

interface FamilyPickerProps extends FieldProps {
  language: Language;
  people: NonNullable<FormAids['people']>;
}

type Search = { kind: 'none' | 'looking' | 'failed' | 'nobody' } | { kind: 'found'; family: FoundFamily };

/**
 * Fills a list with members of the family card whose number stands at `properties.from`, ticked one by one: name, NIK and relation of each, other
 * answers about somebody who was on the list already are kept.
 */
export function FamilyPicker({ field, value, domId, language, people, onChange }: FamilyPickerProps) {
  const words = speak(aidWords, language);
  const form = useFormService<RunningForm>('form');
  const [search, setSearch] = useState<Search>({ kind: 'none' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const opener = useRef<HTMLButtonElement>(null);
  const from = (field.properties?.['from'] ?? '').split('.');
  const number = String(valueAt(form._getState().data, from) ?? '');
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];

  const look = async () => {
    setSearch({ kind: 'looking' });
    const family = await people.family(number, AbortSignal.timeout(PATIENCE_MS)).catch(() => undefined);
    if (family === undefined) return setSearch({ kind: 'failed' });
    if (family === null) return setSearch({ kind: 'nobody' });
    setChosen(new Set(rows.map((row) => String(row['nik'] ?? ''))));
    setSearch({ kind: 'found', family });
  };
  const close = () => {
    setSearch({ kind: 'none' });
    opener.current?.focus();
  };
  const chosenOf = (family: FoundFamily) => family.members.filter(({ nik }) => chosen.has(nik));
  const take = (family: FoundFamily) => {
    const taken = chosenOf(family);
    onChange({
      value: taken.map(({ nik, name, relation }) => {
        const before = rows.find((row) => row['nik'] === nik);
        return { relation, ...before, nik, name };
      }),
    });
    close();
  };

  if (!WHOLE_NUMBER.test(number)) return <p class="family-picker-hint">{words.pickNeedsCard}</p>;
  return (
    <div class="family-picker">
      <button
        ref={opener}
        type="button"
        class="field-aid-action"
        aria-expanded={search.kind === 'found'}
        onClick={() => void look()}
      >
        {words.pick}
      </button>
      <div role="status">
        {search.kind === 'looking' && words.looking}
        {search.kind === 'nobody' && words.noFamily}
        {search.kind === 'failed' && words.failed}
      </div>
      {search.kind === 'found' && (
        <fieldset
          class="family-picker-members"
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <legend>{words.members}</legend>
          <Member
            id={`${domId}-everybody`}
            label={words.everybody}
            checked={living(search.family).every(({ nik }) => chosen.has(nik))}
            onToggle={(on) => setChosen(new Set(on ? living(search.family).map(({ nik }) => nik) : []))}
          />
          {search.family.members.map((member, index) => (
            <Member
              key={member.nik}
              id={`${domId}-member-${index}`}
              label={[member.name, codeName('shdk', member.relation), words.born(member.birthDate)].join(
                ' · ',
              )}
              gone={
                member.status === 'dead' ? words.dead : member.status === 'moved-out' ? words.movedOut : ''
              }
              checked={chosen.has(member.nik)}
              onToggle={(on) => {
                const next = new Set(chosen);
                if (on) next.add(member.nik);
                else next.delete(member.nik);
                setChosen(next);
              }}
            />
          ))}
          <div class="family-picker-actions">
            <button
              type="button"
              class="field-aid-button"
              disabled={chosenOf(search.family).length === 0}
              onClick={() => take(search.family)}
            >
              {words.take(chosenOf(search.family).length)}
            </button>
            <button type="button" class="field-aid-action" onClick={close}>
              {words.close}
            </button>
          </div>
        </fieldset>
      )}
    </div>
  );
}

const living = (family: FoundFamily) => family.members.filter(({ status }) => status === 'active');

interface MemberProps {
  id: string;
  label: string;
  gone?: string;
  checked: boolean;
  onToggle(on: boolean): void;
}

/** Who died or left may not be chosen. */
function Member({ id, label, gone = '', checked, onToggle }: MemberProps) {
  return (
    <label for={id} class="family-picker-member">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={gone !== ''}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      <span>
        {label} {gone && <strong>{gone}</strong>}
      </span>
    </label>
  );
}
