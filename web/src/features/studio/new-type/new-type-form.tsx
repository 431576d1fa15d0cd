import type { Text } from '@lampid/domain/rules/finding';
import { Alert, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { ProblemError } from '../../../api/problem.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { roleNames } from '../../session/roles.js';
import type { EventTemplates, NewTypeAnswers } from '../api/new-types.js';
import { AttachmentFields } from './attachment-fields.js';
import { BothLanguages } from './both-languages.js';
import { placeFaults } from './place-faults.js';
import { newTypeWords } from './words.js';

type Filled = Omit<NewTypeAnswers, 'letter'> & { withLetter: boolean; letter: { names: Text } };

const faultsIn = (error: Error | null) =>
  error instanceof ProblemError ? placeFaults(error.problem.errors) : [];

const nothing = (): Text => ({ id: '', en: '' });

function begunWith({ letter, ...given }: NewTypeAnswers): Filled {
  return { ...given, withLetter: letter !== null, letter: letter ?? { names: nothing() } };
}

function blank({ items, freeTicketLetters }: EventTemplates): Filled {
  return {
    template: items[0]!.id,
    ...{ id: '', ticketLetter: freeTicketLetters[0] ?? '' },
    ...{ names: nothing(), description: nothing() },
    ...{ reportedBy: ['operator'], attachments: [] },
    ...{ withLetter: true, letter: { names: nothing() } },
    ...{ specialDecision: 'none', law: { basis: '', since: '' } },
  };
}

interface NewTypeFormProps {
  templates: EventTemplates;
  /** Answers of before, whose template and id stay; absent: the first. */
  given?: NewTypeAnswers;
  sendLabel: string;
  error: Error | null;
  isPending: boolean;
  /** Rejects when it was refused; `error` then says why. */
  onSend(answers: NewTypeAnswers): Promise<void>;
}

/** The server judges the answers, all at once; each fault comes back to its field. */
export function NewTypeForm({ templates, given, sendLabel, error, isPending, onSend }: NewTypeFormProps) {
  const words = useWords(newTypeWords);
  const text = useText();
  const [form] = Form.useForm<Filled>();
  const { items, freeTicketLetters } = templates;
  const letters = given ? [...freeTicketLetters, given.ticketLetter].sort() : freeTicketLetters;
  const chosen = Form.useWatch('template', form) ?? given?.template ?? items[0]!.id;
  const withLetter = Form.useWatch('withLetter', form) ?? true;
  const template = items.find(({ id }) => id === chosen) ?? items[0]!;
  const hasLetter = template.needsLetter || withLetter;
  const faults = faultsIn(error);
  const showFaults = (refusal: Error) => {
    const fields = faultsIn(refusal).map(({ name, message }) => ({
      ...{ name: name as never, errors: [text(message)] },
    }));
    form.setFields(fields);
    const [first] = fields;
    if (first) form.focusField(first.name);
  };
  const onFinish = ({ withLetter: _, letter, ...answers }: Filled) =>
    void onSend({ ...answers, letter: hasLetter ? letter : null }).catch(showFaults);

  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="new-type-form"
      initialValues={given ? begunWith(given) : blank(templates)}
      onFinish={onFinish}
      onValuesChange={(changed) => {
        if ('template' in changed) form.setFieldValue('reportedBy', ['operator']);
      }}
    >
      <Form.Item name="template" label={words.template}>
        <Radio.Group
          className="new-type-templates"
          disabled={given !== undefined}
          aria-label={words.template}
          options={items.map(({ id, names, description }) => ({
            value: id,
            label: (
              <>
                <strong>{text(names)}</strong> <span className="soft">{text(description)}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      <h2>{words.identity}</h2>
      <div className="new-type-row">
        <Form.Item name="id" label={words.typeId} extra={words.typeIdHelp}>
          <Input maxLength={40} autoComplete="off" spellCheck={false} disabled={given !== undefined} />
        </Form.Item>
        <Form.Item name="ticketLetter" label={words.ticketLetter} extra={words.ticketLetterHelp}>
          <Select options={letters.map((letter) => ({ value: letter, label: letter }))} />
        </Form.Item>
      </div>
      <BothLanguages name={['names']} label={words.names} max={80} />
      <BothLanguages name={['description']} label={words.description} max={200} />
      <h2>{words.reporting}</h2>
      <Form.Item name="reportedBy" label={words.reportedBy}>
        <Checkbox.Group
          aria-label={words.reportedBy}
          options={template.reporters.map((role) => ({ value: role, label: text(roleNames[role]) }))}
        />
      </Form.Item>
      <h3>{words.attachments}</h3>
      <AttachmentFields />
      <h2>{words.outcome}</h2>
      <Form.Item name="specialDecision" label={words.specialDecision}>
        <Radio.Group
          aria-label={words.specialDecision}
          options={[
            { value: 'none', label: words.noSpecialDecision },
            { value: 'verifikator', label: text(roleNames.verifikator) },
            { value: 'kadis', label: text(roleNames.kadis) },
          ]}
        />
      </Form.Item>
      <Form.Item name="withLetter" valuePropName="checked" hidden={template.needsLetter}>
        <Checkbox>{words.withLetter}</Checkbox>
      </Form.Item>
      {hasLetter && <BothLanguages name={['letter', 'names']} label={words.letterName} max={80} />}
      <div className="new-type-row">
        <Form.Item name={['law', 'basis']} label={words.law} extra={words.lawHelp}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['law', 'since']} label={words.since}>
          <Input type="date" />
        </Form.Item>
      </div>
      {faults.length > 0 && <Alert type="error" showIcon role="alert" title={words.mend(faults.length)} />}
      {error && faults.length === 0 && <ProblemAlert error={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {sendLabel}
      </Button>
    </Form>
  );
}
