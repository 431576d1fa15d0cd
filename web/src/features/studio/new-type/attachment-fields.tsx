import { Button, Checkbox, Form, Input } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { BothLanguages } from './both-languages.js';
import { newTypeWords } from './words.js';

const MOST = 20;

/** What officers attach to a report: a kind each, with its names. */
export function AttachmentFields() {
  const words = useWords(newTypeWords);
  return (
    <Form.List name="attachments">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="new-type-attachment">
              <legend>{words.attachment(name + 1)}</legend>
              <div className="new-type-row">
                <Form.Item name={[name, 'kind']} label={words.kind} extra={words.kindHelp}>
                  <Input maxLength={40} autoComplete="off" spellCheck={false} />
                </Form.Item>
                <Form.Item name={[name, 'required']} valuePropName="checked" className="new-type-check">
                  <Checkbox>{words.required}</Checkbox>
                </Form.Item>
              </div>
              <BothLanguages name={[name, 'names']} label={words.names} max={100} />
              <Button onClick={() => remove(name)} aria-label={words.removeAttachment(name + 1)}>
                {words.removeAttachment(name + 1)}
              </Button>
            </fieldset>
          ))}
          {rows.length < MOST && (
            <Button onClick={() => add({ kind: '', names: { id: '', en: '' }, required: false })}>
              {words.addAttachment}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
