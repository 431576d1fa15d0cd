import { Form, Input } from 'antd';
import { FormDialog } from '../../../components/form-dialog.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { studioWords } from '../words.js';

interface ReasonDialogProps {
  title: string;
  /** Of the reason; without it only the act is confirmed. */
  label?: string;
  isOptional?: boolean;
  error: unknown;
  isPending: boolean;
  onClose(): void;
  /** Rejects when it was refused; `error` then says why. */
  onGive(reason: string): Promise<void>;
}

export function ReasonDialog({
  title,
  label,
  isOptional = false,
  error,
  isPending,
  onClose,
  onGive,
}: ReasonDialogProps) {
  const words = useWords(studioWords);
  return (
    <FormDialog<{ reason?: string }>
      title={title}
      submit={title}
      onClose={onClose}
      loading={isPending}
      onFinish={({ reason = '' }) => void onGive(reason.trim()).then(onClose, () => undefined)}
    >
      {label && (
        <Form.Item
          name="reason"
          label={label}
          rules={isOptional ? [] : [{ required: true, whitespace: true, min: 3, message: words.whyNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      )}
      {error !== null && <ProblemAlert error={error as Error} />}
    </FormDialog>
  );
}
