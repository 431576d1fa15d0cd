import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../../../components/dialog.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { useColleagues, useHandTask, type Colleague } from '../api/hand-task.js';
import { taskWords } from '../words.js';

/** A task of one's own goes to a colleague who may do it, with a word. */
export function HandTask({ taskId }: { taskId: string }) {
  const words = useWords(taskWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.hand}</Button>
      {open && <HandDialog taskId={taskId} onClose={() => setOpen(false)} />}
    </>
  );
}

function HandDialog({ taskId, onClose }: { taskId: string; onClose(): void }) {
  const words = useWords(taskWords);
  const colleagues = useColleagues(taskId);
  return (
    <Dialog title={words.hand} onClose={onClose}>
      <QueryState query={colleagues}>
        {(found) =>
          found.length === 0 ? <p>{words.handNobody}</p> : <HandForm taskId={taskId} colleagues={found} />
        }
      </QueryState>
    </Dialog>
  );
}

function HandForm({ taskId, colleagues }: { taskId: string; colleagues: Colleague[] }) {
  const words = useWords(taskWords);
  const toast = useToast();
  const navigate = useNavigate();
  const nameOf = (username: string) =>
    colleagues.find((colleague) => colleague.username === username)?.name ?? username;
  const hand = useHandTask(taskId, (to) => {
    toast.success(words.handed(nameOf(to)));
    void navigate('/tasks');
  });
  return (
    <Form<{ to: string; note: string }>
      layout="vertical"
      requiredMark={false}
      initialValues={{ note: '' }}
      onFinish={(handed) => hand.mutate(handed)}
    >
      <Form.Item name="to" label={words.handTo} rules={[{ required: true, message: words.chooseColleague }]}>
        <Radio.Group
          options={colleagues.map(({ username, name }) => ({
            value: username,
            label: `${name} (${username})`,
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label={words.handNote}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {hand.error && <ProblemAlert error={hand.error} />}
      <Button type="primary" htmlType="submit" loading={hand.isPending}>
        {words.hand}
      </Button>
    </Form>
  );
}
