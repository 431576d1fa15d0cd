/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import { speak } from '../../../i18n/dictionary.js';
import { pathKey } from '../field-path.js';
import type { FormAids } from './form-aids.js';
import { aidWords } from './aid-words.js';
import type { FieldProps } from './with-aids.js';

/** A small button that opens the rules about this field, with their law. Nothing where no rule is about it. */
export function FieldRules({ field, fieldInstance, domId, aids }: FieldProps & { aids: FormAids }) {
  const [open, setOpen] = useState(false);
  const [fromEnd, setFromEnd] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const words = speak(aidWords, aids.language);
  const rules = fieldInstance ? aids.rulesOf(pathKey(fieldInstance.valuePath)) : [];
  if (rules.length === 0) return null;
  const label = field.label ?? field.dateLabel ?? field.timeLabel ?? words.thisField;
  const listId = `${domId}-rules`;
  // The list is scrolled by hand and by keyboard without closing.
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== listRef.current && relatedTarget !== buttonRef.current) setOpen(false);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    buttonRef.current?.focus();
    setOpen(false);
  };
  const toggle = () => {
    const form = buttonRef.current?.closest('.form-viewer')?.getBoundingClientRect();
    const at = buttonRef.current?.getBoundingClientRect();
    if (form && at) setFromEnd(at.right > form.left + form.width * 0.6);
    setOpen(!open);
  };
  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        class="field-rules-button"
        aria-label={words.help(label)}
        title={words.help(label)}
        aria-expanded={open}
        aria-controls={listId}
        onClick={toggle}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      >
        ?
      </button>
      <ul
        ref={listRef}
        id={listId}
        class={fromEnd ? 'field-rules field-rules-from-end' : 'field-rules'}
        aria-label={words.help(label)}
        tabIndex={0}
        hidden={!open}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      >
        {rules.map(({ code, message, legalBasis }) => (
          <li key={`${code} ${message}`}>
            {message} <span class="field-rules-law">{legalBasis ? `${legalBasis} · ${code}` : code}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
