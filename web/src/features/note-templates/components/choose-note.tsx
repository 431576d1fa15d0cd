import type { KeyboardEvent } from 'react';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import type { NoteTemplate } from '../api/note-templates.js';
import { noteTemplateWords } from '../words.js';
import './note-templates.css';

interface ChooseNoteProps {
  templates: readonly NoteTemplate[];
  onChosen(note: string): void;
  onClose(): void;
}

/** The city's ready reasons: a digit chooses one of the first nine, Tab and Enter any. */
export default function ChooseNote({ templates, onChosen, onClose }: ChooseNoteProps) {
  const words = useWords(noteTemplateWords);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = /^[1-9]$/.test(event.key) ? templates[Number(event.key) - 1] : undefined;
    if (!chosen) return;
    // The note has the focus by then: the digit would be typed into it.
    event.preventDefault();
    onChosen(chosen.note);
  };
  return (
    <div onKeyDown={onKeyDown}>
      <Dialog title={words.chooseHere} onClose={onClose}>
        <ol className="note-choices">
          {templates.map(({ id, note }, index) => (
            <li key={id}>
              <button type="button" className="note-choice" onClick={() => onChosen(note)}>
                {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
                <span>{note}</span>
              </button>
            </li>
          ))}
        </ol>
        <p className="soft">{words.chooseHelp}</p>
      </Dialog>
    </div>
  );
}
