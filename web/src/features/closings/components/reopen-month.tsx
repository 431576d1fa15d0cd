import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { formatMonth } from '../../../components/format.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { commonWords } from '../../../components/words.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useReopenMonth, type Closing } from '../api/closings.js';
import { closingWords } from '../words.js';
import { useToast } from '../../../components/toast.js';

const SHORTEST_REASON = 10;

export function ReopenMonth({ month, closing }: { month: string; closing: Closing }) {
  const words = useWords(closingWords);
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const reopen = useReopenMonth();
  const { area, areaName } = closing;
  return (
    <>
      <Button
        size="small"
        danger
        aria-label={`${words.reopen}: ${areaName}`}
        onClick={() => {
          reopen.reset();
          setOpen(true);
        }}
      >
        {words.reopen}
      </Button>
      <Modal
        open={open}
        title={words.reopenTitle(areaName, formatMonth(month, language))}
        okText={words.reopen}
        cancelText={common.close}
        okButtonProps={{ danger: true, disabled: reason.trim().length < SHORTEST_REASON }}
        confirmLoading={reopen.isPending}
        onCancel={() => setOpen(false)}
        onOk={() =>
          reopen.mutate(
            { month, area, reason: reason.trim() },
            {
              onSuccess: () => {
                setOpen(false);
                setReason('');
                toast.success(words.reopenDone);
              },
            },
          )
        }
      >
        <p>{words.reopenNote}</p>
        <label htmlFor={`reopen-reason-${area}`}>{words.reason}</label>
        <Input.TextArea
          id={`reopen-reason-${area}`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {reopen.error && <ProblemAlert error={reopen.error} />}
      </Modal>
    </>
  );
}
