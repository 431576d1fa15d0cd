/** @jsxImportSource preact */
import { codeName } from '@lampid/domain/codes';
import type { ComponentChildren } from 'preact';
import { speak, type Language } from '../../../i18n/dictionary.js';
import { aidWords } from './aid-words.js';
import type { FoundFamily } from './form-aids.js';
import type { useFamilySearch } from './use-family-search.js';

interface FamilyMembersProps {
  language: Language;
  asked: ReturnType<typeof useFamilySearch>;
  /** Label of the field, where a form has several that are filled from a card. */
  forField?: string;
  /** The members to choose from, once the card is found. */
  children(family: FoundFamily): ComponentChildren;
}

/** A button that asks for the card, what came of it, and its members; Escape leaves them. */
export function FamilyMembers({ language, asked, forField, children }: FamilyMembersProps) {
  const words = speak(aidWords, language);
  const { search, opener } = asked;
  return (
    <div class="family-picker">
      <button
        ref={opener}
        type="button"
        class="field-aid-action"
        aria-label={forField && `${words.pick}: ${forField}`}
        aria-expanded={search.kind === 'found'}
        onClick={() => void asked.look()}
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
            if (event.key === 'Escape') asked.close();
          }}
        >
          <legend>{words.members}</legend>
          {children(search.family)}
        </fieldset>
      )}
    </div>
  );
}

type Member = FoundFamily['members'][number];

/** Name, relation and year of birth; of who died or left, that as well: they may not be chosen. */
export function tellMember(member: Member, language: Language): { label: string; gone: string } {
  const words = speak(aidWords, language);
  return {
    label: [member.name, codeName('shdk', member.relation), words.born(member.birthDate)].join(' · '),
    gone: member.status === 'dead' ? words.dead : member.status === 'moved-out' ? words.movedOut : '',
  };
}
