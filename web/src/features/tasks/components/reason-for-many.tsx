import { Button } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import { useNoteTemplates } from '../../note-templates/api/note-templates.js';
import ChooseNote from '../../note-templates/components/choose-note.js';
import { withReason } from '../../note-templates/with-reason.js';
import { noteTemplateWords } from '../../note-templates/words.js';
import { taskWords } from '../words.js';

interface ReasonForManyProps {
  /** Of the outcome, as its button says. */
  label: string;
  count: number;
  onClose(): void;
  onGiven(note: string): void;
}

/** One reason for all that are decided at once, written or chosen from the city's ready ones. */
export default function ReasonForMany({ label, count, onClose, onGiven }: ReasonForManyProps) {
  const words = useWords(taskWords);
  const templateWords = useWords(noteTemplateWords);
  const [note, setNote] = useState('');
  const [choosing, setChoosing] = useState(false);
  const { data: templates = [] } = useNoteTemplates();
  const field = useRef<HTMLTextAreaElement>(null);
  const title = words.reasonForAll(label, count);
  const [isMissing, setIsMissing] = useState(false);
  const give = () => {
    if (note.trim() !== '') return onGiven(note.trim());
    setIsMissing(true);
    field.current?.focus();
  };
  const choose = (reason: string) => {
    // Nothing behind an open dialog takes the focus.
    flushSync(() => setChoosing(false));
    setNote(withReason(note, reason));
    field.current?.focus();
  };
  return (
    <>
      <Dialog
        title={title}
        onClose={onClose}
        actions={
          <>
            {templates.length > 0 && (
              <Button onClick={() => setChoosing(true)}>{templateWords.chooseHere}</Button>
            )}
            <Button type="primary" onClick={give}>
              {words.decideAll(label, count)}
            </Button>
          </>
        }
      >
        <textarea
          ref={field}
          className="plain-text"
          required
          rows={4}
          maxLength={2000}
          aria-label={title}
          aria-describedby="reason-for-many-help"
          aria-invalid={isMissing}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onKeyDown={({ key, ctrlKey, metaKey }) => key === 'Enter' && (ctrlKey || metaKey) && give()}
        />
        {isMissing && <p role="alert">{templateWords.missing}</p>}
        <p id="reason-for-many-help" className="soft">
          {words.reasonForAllHelp}
        </p>
      </Dialog>
      {choosing && <ChooseNote templates={templates} onChosen={choose} onClose={() => setChoosing(false)} />}
    </>
  );
}
