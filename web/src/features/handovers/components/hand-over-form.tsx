import { Checkbox, Form, Input, Radio } from 'antd';
import type { IssuedDocument } from '../../../api/wire.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useToast } from '../../../components/toast.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useHandOver, type Collected } from '../api/handovers.js';
import { collectorNames, handoverWords, shownNames } from '../words.js';

interface HandOverFormProps {
  reportId: string;
  documents: readonly IssuedDocument[];
  onClose(): void;
}

export function HandOverForm({ reportId, documents, onClose }: HandOverFormProps) {
  const words = useWords(handoverWords);
  const text = useText();
  const toast = useToast();
  const handOver = useHandOver(reportId);
  const [form] = Form.useForm<Collected>();
  const waiting = documents.filter(({ handedOverAt }) => handedOverAt === null);
  const chosen = Form.useWatch('documents', form) ?? [];
  const again = documents.some(({ id, handedOverAt }) => handedOverAt !== null && chosen.includes(id));
  const nameOf = ({ names, handedOverAt }: IssuedDocument) =>
    handedOverAt === null ? text(names) : `${text(names)} (${words.before})`;
  const options = <Key extends string>(names: Record<Key, { id: string; en: string }>) =>
    (Object.keys(names) as Key[]).map((value) => ({ value, label: text(names[value]) }));
  return (
    <FormDialog<Collected>
      title={words.card}
      submit={words.confirm}
      onClose={onClose}
      loading={handOver.isPending}
      form={form}
      initialValues={{
        ...{ documents: waiting.map(({ id }) => id), collectedBy: '', relation: 'self', shown: 'ktp-el' },
      }}
      onFinish={(collected) =>
        handOver.mutate(collected, {
          onSuccess: () => {
            toast.success(words.done);
            onClose();
          },
        })
      }
    >
      <Form.Item
        name="documents"
        label={words.which}
        // Not by `required`: that would be said of a group, which may not be required (ARIA 1.2).
        rules={[
          {
            validator: (_, ids: string[]) =>
              ids.length > 0 ? Promise.resolve() : Promise.reject(new Error(words.choose)),
          },
        ]}
      >
        <Checkbox.Group
          className="hand-over-documents"
          options={documents.map((document) => ({ value: document.id, label: nameOf(document) }))}
        />
      </Form.Item>
      <Form.Item
        name="collectedBy"
        label={words.collectedBy}
        rules={[{ required: true, whitespace: true, min: 2, message: words.nameNeeded }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="relation" label={words.relation}>
        <Radio.Group options={options(collectorNames)} />
      </Form.Item>
      <Form.Item name="shown" label={words.shown}>
        <Radio.Group options={options(shownNames)} />
      </Form.Item>
      {again && (
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, min: 3, message: words.reasonNeeded }]}
        >
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      )}
      {handOver.error && <ProblemAlert error={handOver.error} />}
    </FormDialog>
  );
}
