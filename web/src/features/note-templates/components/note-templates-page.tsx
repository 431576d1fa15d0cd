import { Alert, Button, Card } from 'antd';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { useState, type FormEvent } from 'react';
import { ProblemError } from '../../../api/problem.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { useToast } from '../../../components/toast.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useAddNoteTemplate, useNoteTemplates, useRemoveNoteTemplate } from '../api/note-templates.js';
import { noteTemplateWords } from '../words.js';
import './note-templates.css';

/** An admin or analyst keeps the reasons that the city's officers choose from. */
export function NoteTemplatesPage() {
  const words = useWords(noteTemplateWords);
  const templates = useNoteTemplates();
  const remove = useRemoveNoteTemplate();
  return (
    <Page title={words.title} lead={words.lead}>
      <Card size="small" className="bar">
        <AddForm />
      </Card>
      <Card size="small" title={words.list}>
        {remove.error && <ProblemAlert error={remove.error} />}
        <QueryState query={templates} isEmpty={(items) => items.length === 0} empty={words.none}>
          {(items) => (
            <ol className="note-templates">
              {items.map(({ id, note }) => (
                <li key={id}>
                  <span>{note}</span>
                  <ConfirmButton
                    size="small"
                    label={words.remove}
                    aria-label={words.removeNamed(note)}
                    question={words.removeConfirm}
                    onConfirm={() => remove.mutate(id)}
                  />
                </li>
              ))}
            </ol>
          )}
        </QueryState>
      </Card>
    </Page>
  );
}

/** There is one field: what is wrong is said without naming it. */
function Refused({ error }: { error: Error }) {
  const text = useText();
  const faults = error instanceof ProblemError ? error.problem.errors : [];
  if (faults.length === 0) return <ProblemAlert error={error} />;
  const title = faults.map(({ message }) => text(message)).join(' ');
  return <Alert type="error" showIcon role="alert" title={title} />;
}

function AddForm() {
  const words = useWords(noteTemplateWords);
  const toast = useToast();
  const add = useAddNoteTemplate();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(note.trim() === '');
    if (note.trim() === '') return;
    add.mutate(note.trim(), {
      onSuccess: () => {
        setNote('');
        toast.success(words.added);
      },
    });
  };
  return (
    <form className="note-template-form" onSubmit={onSubmit}>
      <label htmlFor="note-template">{words.note}</label>
      <textarea
        id="note-template"
        className="plain-text"
        rows={2}
        maxLength={500}
        aria-describedby="note-template-help"
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <span id="note-template-help" className="soft">
        {words.noteHelp}
      </span>
      {missing && <Alert type="error" showIcon role="alert" title={words.missing} />}
      {add.error && <Refused error={add.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}
