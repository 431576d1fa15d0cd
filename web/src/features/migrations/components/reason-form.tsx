import { Button, Form, Input } from 'antd';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { migrationWords } from '../words.js';

interface ReasonFormProps {
  /** How the sending goes. */
  sending: { error: unknown; isPending: boolean };
  disabled?: boolean;
  onSend(reason: string): void;
}

/** Why cases are to be moved, or moved back. */
export function ReasonForm({ sending, disabled = false, onSend }: ReasonFormProps) {
  const words = useWords(migrationWords);
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={({ reason }) => onSend(reason.trim())}>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 5, message: words.reasonRule }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      {Boolean(sending.error) && <ProblemAlert error={sending.error} />}
      <Button type="primary" htmlType="submit" disabled={disabled} loading={sending.isPending}>
        {words.send}
      </Button>
    </Form>
  );
}
