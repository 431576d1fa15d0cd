import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { commonWords } from '../../../components/words.js';
import { useWords } from '../../../i18n/language.js';
import { useCancelReport } from '../api/cancel-report.js';
import { caseWords } from '../words.js';
import { useToast } from '../../../components/toast.js';

export function CancelReport({ reportId }: { reportId: string }) {
  const words = useWords(caseWords);
  const common = useWords(commonWords);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useCancelReport(reportId);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {words.cancel}
      </Button>
      <Modal
        open={open}
        title={words.cancel}
        okText={words.cancelConfirm}
        cancelText={common.close}
        okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
        confirmLoading={cancel.isPending}
        onCancel={() => setOpen(false)}
        onOk={() =>
          cancel.mutate(reason.trim(), {
            onSuccess: () => {
              setOpen(false);
              toast.success(words.cancelled);
            },
          })
        }
      >
        <label htmlFor="cancel-reason">{words.cancelReason}</label>
        <Input.TextArea
          id="cancel-reason"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {cancel.error && <ProblemAlert error={cancel.error} />}
      </Modal>
    </>
  );
}
