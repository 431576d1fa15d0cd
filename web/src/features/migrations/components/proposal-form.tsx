import { Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { usePropose, type Wish } from '../api/migrations.js';
import { migrationWords } from '../words.js';

/** The dry run has to be of just this wish. */
export function ProposalForm({ wish, disabled }: { wish: Wish; disabled: boolean }) {
  const words = useWords(migrationWords);
  const navigate = useNavigate();
  const propose = usePropose();
  return (
    <section aria-labelledby="migration-proposal">
      <h3 id="migration-proposal">{words.propose}</h3>
      <p className="soft">{words.proposeHelp}</p>
      <Form<{ reason: string }>
        layout="vertical"
        onFinish={({ reason }) =>
          propose.mutate(
            { ...wish, reason: reason.trim() },
            { onSuccess: ({ id }) => void navigate(`/migrations/${id}`) },
          )
        }
      >
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, min: 5, message: words.reasonRule }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
        </Form.Item>
        {propose.error && <ProblemAlert error={propose.error} />}
        <Button type="primary" htmlType="submit" disabled={disabled} loading={propose.isPending}>
          {words.send}
        </Button>
      </Form>
    </section>
  );
}
