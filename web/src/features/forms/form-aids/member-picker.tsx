/** @jsxImportSource preact */
import { speak, type Language } from '../../../i18n/dictionary.js';
import { aidWords } from './aid-words.js';
import { FamilyMembers, tellMember } from './family-members.js';
import { useFamilySearch, type People } from './use-family-search.js';
import type { FieldProps } from './with-aids.js';

interface MemberPickerProps extends FieldProps {
  language: Language;
  people: People;
}

/** Fills a field with the NIK of one member of the family card whose number stands at `properties.from`. The NIK of somebody else can be typed. */
export function MemberPicker({ field, value, language, people, onChange }: MemberPickerProps) {
  const words = speak(aidWords, language);
  const asked = useFamilySearch(field, people);
  if (!asked.isAsked) return null;
  return (
    <FamilyMembers language={language} asked={asked} forField={field.label}>
      {(family) => (
        <>
          {family.members.map((member) => {
            const { label, gone } = tellMember(member, language);
            return (
              <button
                key={member.nik}
                type="button"
                class="family-picker-one"
                disabled={gone !== ''}
                aria-pressed={member.nik === value}
                onClick={() => {
                  onChange({ value: member.nik });
                  asked.close();
                }}
              >
                {label} {gone && <strong>{gone}</strong>}
              </button>
            );
          })}
          <div class="family-picker-actions">
            <button type="button" class="field-aid-action" onClick={asked.close}>
              {words.close}
            </button>
          </div>
        </>
      )}
    </FamilyMembers>
  );
}
