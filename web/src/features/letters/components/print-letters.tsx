import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { commonWords } from '../../../components/words.js';
import { useWords } from '../../../i18n/language.js';
import { usePrintLetter, type LetterOrder } from '../api/letters.js';
import { letterWords } from '../words.js';
import { useToast } from '../../../components/toast.js';

/** Biodata at once; a statement asks what it is for. */
export function PrintLetters({ residentId }: { residentId: string }) {
  const words = useWords(letterWords);
  const common = useWords(commonWords);
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const print = usePrintLetter(residentId);
  const order = (letter: LetterOrder) =>
    print.mutate(letter, {
      onSuccess: ({ number }) => {
        setAsking(false);
        toast.success(words.issued(number));
      },
    });
  return (
    <>
      <Button loading={print.isPending && !asking} onClick={() => order({ kind: 'biodata' })}>
        {words.biodata}
      </Button>
      <Button onClick={() => setAsking(true)}>{words.statement}</Button>
      {print.error && !asking && <ProblemAlert error={print.error} />}
      <Modal
        open={asking}
        title={words.statement}
        okText={words.issue}
        cancelText={common.cancel}
        okButtonProps={{ disabled: purpose.trim().length < 3 }}
        confirmLoading={print.isPending}
        onCancel={() => setAsking(false)}
        onOk={() => order({ kind: 'surat-keterangan', purpose: purpose.trim() })}
      >
        <label htmlFor="letter-purpose">{words.purpose}</label>
        <Input
          id="letter-purpose"
          maxLength={200}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
        {print.error && <ProblemAlert error={print.error} />}
      </Modal>
    </>
  );
}
