/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { speak, type Language } from '../../../i18n/dictionary.js';
import { aidWords } from './aid-words.js';
import { FamilyMembers, tellMember } from './family-members.js';
import type { FoundFamily } from './form-aids.js';
import { useFamilySearch, type People } from './use-family-search.js';
import type { FieldProps } from './with-aids.js';

interface FamilyPickerProps extends FieldProps {
  language: Language;
  people: People;
}

/**
 * Fills a list with members of the family card whose number stands at `properties.from`, ticked one by one: name, NIK and relation of each, other
 * answers about somebody who was on the list already are kept.
 */
export function FamilyPicker({ field, value, domId, language, people, onChange }: FamilyPickerProps) {
  const words = speak(aidWords, language);
  const asked = useFamilySearch(field, people);
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const take = (taken: FoundFamily['members']) => {
    onChange({
      value: taken.map(({ nik, name, relation }) => {
        const before = rows.find((row) => row['nik'] === nik);
        return { relation, ...before, nik, name };
      }),
    });
    asked.close();
  };
  if (!asked.isAsked) return <p class="family-picker-hint">{words.pickNeedsCard}</p>;
  return (
    <FamilyMembers language={language} asked={asked}>
      {(family) => (
        <Ticked
          {...{ family, domId, language, onTake: take, onClose: asked.close }}
          listed={rows.map((row) => String(row['nik'] ?? ''))}
        />
      )}
    </FamilyMembers>
  );
}

interface TickedProps {
  family: FoundFamily;
  domId: string;
  language: Language;
  /** NIK of who is on the list. */
  listed: readonly string[];
  onTake(members: FoundFamily['members']): void;
  onClose(): void;
}

function Ticked({ family, domId, language, listed, onTake, onClose }: TickedProps) {
  const words = speak(aidWords, language);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(listed));
  const taken = family.members.filter(({ nik }) => chosen.has(nik));
  return (
    <>
      <Member
        id={`${domId}-everybody`}
        label={words.everybody}
        checked={living(family).every(({ nik }) => chosen.has(nik))}
        onToggle={(on) => setChosen(new Set(on ? living(family).map(({ nik }) => nik) : []))}
      />
      {family.members.map((member, index) => (
        <Member
          key={member.nik}
          id={`${domId}-member-${index}`}
          {...tellMember(member, language)}
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
          disabled={taken.length === 0}
          onClick={() => onTake(taken)}
        >
          {words.take(taken.length)}
        </button>
        <button type="button" class="field-aid-action" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </>
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
