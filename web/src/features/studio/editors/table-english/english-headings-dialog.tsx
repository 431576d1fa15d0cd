import { Form, Input } from 'antd';
import { FormDialog } from '../../../../components/form-dialog.js';
import { useWords } from '../../../../i18n/language.js';
import { studioWords } from '../../words.js';
import { writeHeadings, type Heading, type TableModeling } from './english-headings.js';

interface EnglishHeadingsDialogProps {
  headings: readonly Heading[];
  /** Null where the table is only looked at. */
  modeling: TableModeling | null;
  onClose(): void;
}

/** What desks in English read in place of the table's name and headings: the table itself has room for one language. */
export function EnglishHeadingsDialog({ headings, modeling, onClose }: EnglishHeadingsDialogProps) {
  const words = useWords(studioWords);
  return (
    <FormDialog<{ english: string[] }>
      title={words.englishHeadings}
      submit={modeling ? words.apply : words.close}
      onClose={onClose}
      initialValues={{ english: headings.map(({ english }) => english) }}
      onFinish={({ english }) => {
        if (modeling) writeHeadings(modeling, headings, english);
        onClose();
      }}
    >
      <p>{words.englishHeadingsHelp}</p>
      {headings.map(({ name }, index) => (
        <Form.Item
          key={index}
          name={['english', index]}
          label={index === 0 ? words.tableInEnglish(name) : words.columnInEnglish(name)}
        >
          <Input maxLength={100} autoComplete="off" lang="en" readOnly={!modeling} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
