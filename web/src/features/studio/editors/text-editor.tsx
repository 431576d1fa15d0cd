import { useWords } from '../../../i18n/language.js';
import { studioWords } from '../words.js';
import type { EditorProps } from './editor.js';
import './text-editor.css';

/** The file as it is written: for what no editor draws, and for those who read it so. */
export function TextEditor({ name, content, isReadOnly, onChange }: EditorProps) {
  const words = useWords(studioWords);
  return (
    <textarea
      className="text-editor"
      aria-label={words.canvas(name)}
      // What another editor of this file tells while it closes still comes in.
      value={content}
      readOnly={isReadOnly}
      spellCheck={false}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
