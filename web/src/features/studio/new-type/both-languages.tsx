import { Form, Input } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { newTypeWords } from './words.js';

interface BothLanguagesProps {
  /** Path of the text in the form. */
  name: (string | number)[];
  label: string;
  max: number;
}

/** One text, in Indonesian and English. */
export function BothLanguages({ name, label, max }: BothLanguagesProps) {
  const words = useWords(newTypeWords);
  return (
    <div className="new-type-row">
      <Form.Item name={[...name, 'id']} label={words.inIndonesian(label)}>
        <Input maxLength={max} autoComplete="off" lang="id" />
      </Form.Item>
      <Form.Item name={[...name, 'en']} label={words.inEnglish(label)}>
        <Input maxLength={max} autoComplete="off" lang="en" />
      </Form.Item>
    </div>
  );
}
