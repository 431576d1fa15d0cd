import { Form, Input, Radio } from 'antd';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../../components/form-dialog.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useProcesses } from '../../models/api/processes.js';
import { useBeginDraft } from '../api/drafts.js';
import { studioWords } from '../words.js';
import './begin-draft-dialog.css';

interface BeginDraftDialogProps {
  onClose(): void;
  /** The version whose files it begins with; without it a process is chosen, and its version in force. */
  from?: { definitionId: string; version: number };
  /** That version is not in force any more: the draft leads back to it. */
  isOlder?: boolean;
}

export function BeginDraftDialog({ onClose, from, isOlder = false }: BeginDraftDialogProps) {
  const words = useWords(studioWords);
  const text = useText();
  const processes = useProcesses();
  const begin = useBeginDraft();
  const navigate = useNavigate();
  return (
    <FormDialog<{ title: string; from: string }>
      title={words.begin}
      submit={words.begin}
      onClose={onClose}
      loading={begin.isPending}
      initialValues={{
        title: from && isOlder ? words.goBackTitle(from.version) : '',
        from: from?.definitionId,
      }}
      onFinish={(beginning) =>
        begin.mutate(
          { title: beginning.title, from: from?.definitionId ?? beginning.from },
          { onSuccess: ({ id }) => void navigate(`/studio/${id}`) },
        )
      }
    >
      {!from && (
        <Form.Item name="from" label={words.process} rules={[{ required: true, message: words.process }]}>
          <Radio.Group
            className="begin-draft-processes"
            options={(processes.data ?? []).map(({ names, latest }) => ({
              value: latest.definitionId,
              label: `${text(names)} (${words.baseVersion(latest.version)})`,
            }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={words.draftTitle}
        rules={[{ required: true, whitespace: true, min: 3, message: words.titleNeeded }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {begin.error && <ProblemAlert error={begin.error} />}
    </FormDialog>
  );
}
