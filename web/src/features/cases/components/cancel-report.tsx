import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../../../components/form-dialog.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { useCancelReport } from '../api/cancel-report.js';
import { caseWords } from '../words.js';

export function CancelReport({ reportId }: { reportId: string }) {
  const words = useWords(caseWords);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const cancel = useCancelReport(reportId);
  const close = () => setOpen(false);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {words.cancel}
      </Button>
      {open && (
        <FormDialog<{ reason: string }>
          danger
          title={words.cancel}
          submit={words.cancelConfirm}
          loading={cancel.isPending}
          onClose={close}
          onFinish={({ reason }) =>
            cancel.mutate(reason.trim(), {
              onSuccess: () => {
                close();
                toast.success(words.cancelled);
              },
            })
          }
        >
          <Form.Item
            name="reason"
            label={words.cancelReason}
            rules={[{ required: true, whitespace: true, message: words.cancelReasonNeeded }]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          {cancel.error && <ProblemAlert error={cancel.error} />}
        </FormDialog>
      )}
    </>
  );
}
