import { MAX_MODEL_FILE_BYTES, MODEL_FILE_NAME } from '@lampid/domain/model-files';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../components/choice.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { useWords } from '../../../i18n/language.js';
import { isFileTitle, newFile, type NewFile, type NewFileKind } from '../new-file.js';
import { studioWords } from '../words.js';

interface AddFileDialogProps {
  /** Names that the draft has already. */
  names: readonly string[];
  onAdd(file: NewFile): void;
  onClose(): void;
}
type Source = NewFileKind | 'computer';

/** A form, a table, or a file that was made elsewhere: one more of the bundle. */
export function AddFileDialog({ names, onAdd, onClose }: AddFileDialogProps) {
  const words = useWords(studioWords);
  const [source, setSource] = useState<Source>('form');
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = (added: NewFile) => {
    if (names.includes(added.name)) return setFault(words.fileThere(added.name));
    onAdd(added);
    onClose();
  };
  const add = async () => {
    if (source !== 'computer')
      return isFileTitle(title) ? take(newFile(source, title)) : setFault(words.fileTitleHelp);
    if (!file || !MODEL_FILE_NAME.test(file.name)) return setFault(words.fileKinds);
    if (file.size > MAX_MODEL_FILE_BYTES) return setFault(words.tooLarge(file.name));
    return take({ name: file.name, content: await file.text() });
  };
  return (
    <FormDialog title={words.addFile} submit={words.addFile} onClose={onClose} onFinish={() => void add()}>
      <Form.Item label={words.fileSource}>
        <Choice
          label={words.fileSource}
          value={source}
          options={[
            ['form', words.newForm],
            ['dmn', words.newTable],
            ['computer', words.fromComputer],
          ]}
          onChange={(chosen) => {
            setSource(chosen as Source);
            setFault(null);
          }}
        />
      </Form.Item>
      {source === 'computer' ? (
        <Form.Item label={words.chooseFile} htmlFor="new-file">
          <input
            id="new-file"
            type="file"
            accept=".bpmn,.dmn,.form"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        </Form.Item>
      ) : (
        <Form.Item label={words.fileTitle} htmlFor="new-file-title" extra={words.fileTitleHelp}>
          <Input
            id="new-file-title"
            value={title}
            addonAfter={`.${source}`}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Form.Item>
      )}
      {fault && <p role="alert">{fault}</p>}
    </FormDialog>
  );
}
