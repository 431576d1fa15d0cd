import { SearchOutlined } from '@ant-design/icons';
import type { Ref } from 'react';
import './search-box.css';

interface SearchBoxProps {
  label: string;
  /** What is searched for now; another one needs another `key`. */
  initial?: string;
  maxLength?: number;
  autoFocus?: boolean;
  /** Words on the button instead of the glass. */
  button?: string;
  ref?: Ref<HTMLInputElement>;
  /** Enter, or the button; an empty text takes the search back. */
  onSearch(text: string): void;
  onEscape?(): void;
}

/** A text that is sent when it is finished: the browser's own search field, with its own way to empty it. */
export function SearchBox({
  label,
  initial = '',
  button,
  ref,
  onSearch,
  onEscape,
  ...input
}: SearchBoxProps) {
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(String(new FormData(event.currentTarget).get('text')).trim());
      }}
    >
      <input
        ref={ref}
        type="search"
        name="text"
        autoComplete="off"
        aria-label={label}
        placeholder={label}
        defaultValue={initial}
        onKeyDown={({ key }) => key === 'Escape' && onEscape?.()}
        {...input}
      />
      <button type="submit" aria-label={button ?? label}>
        {button ?? <SearchOutlined aria-hidden />}
      </button>
    </form>
  );
}
