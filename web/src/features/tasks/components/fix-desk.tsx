import { Alert, Button, Card, Flex, Popconfirm } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { EventType, Finding, FormSchema, Task } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useCheckReport } from '../../reports/api/check-report.js';
import { useLiveCheck } from '../../reports/api/use-live-check.js';
import { CheckVerdict } from '../../reports/components/check-verdict.js';
import { ReportEditor, type ReportEditorHandle } from '../../reports/components/report-editor.js';
import { reportWords } from '../../reports/words.js';
import { useCompleteTask } from '../api/complete-task.js';
import { RESUBMIT } from '../resubmit.js';
import { taskWords } from '../words.js';
import { ReturnNotes } from './return-notes.js';
import { useToast } from '../../../components/toast.js';

interface FixDeskProps {
  task: Task;
  form: FormSchema;
  eventType: EventType;
  isMine: boolean;
}

/** A returned report: what was answered before is kept, what was found stands at its fields. */
export function FixDesk({ task, form, eventType, isMine }: FixDeskProps) {
  const words = useWords(taskWords);
  const report = useWords(reportWords);
  const text = useText();
  const navigate = useNavigate();
  const toast = useToast();
  const editor = useRef<ReportEditorHandle>(null);
  const [findings, setFindings] = useState<Finding[]>(task.findings);
  const [checked, setChecked] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const check = useCheckReport();
  const live = useLiveCheck(task.type, ({ judge }) => setFindings(judge));
  const complete = useCompleteTask();

  const labelOf = (outcome: string) => {
    const label = task.labels[outcome];
    return label ? text(label) : outcome;
  };
  const show = (found: Finding[]) => {
    setFindings(found);
    editor.current?.showFindings(found);
  };
  const onReady = () => editor.current?.showFindings(task.findings);
  const onError = (error: Error) => {
    if (error instanceof ProblemError && error.status === 422)
      show(error.problem.errors.map(({ code, field, message }) => ({ code, severity: 'E', field, message })));
  };
  const filledIn = () => {
    const data = editor.current?.complete() ?? null;
    setIncomplete(data === null);
    return data;
  };
  const decide = (outcome: string, data?: Record<string, unknown>) => {
    complete.mutate(
      { taskId: task.id, outcome, ...(data && { data }) },
      {
        onSuccess: () => {
          toast.success(words.decided(labelOf(outcome)));
          void navigate(`/cases/${task.reportId}`);
        },
        onError,
      },
    );
  };
  const onCheck = () => {
    live.stop();
    const data = filledIn();
    if (!data) return;
    check.mutate(
      { type: task.type, data },
      {
        onSuccess: (answer) => {
          setChecked(true);
          show(answer.findings);
        },
        onError,
      },
    );
  };
  const onResubmit = () => {
    live.stop();
    const data = filledIn();
    if (data) decide(RESUBMIT, data);
  };
  const others = task.outcomes.filter((outcome) => outcome !== RESUBMIT);
  const failure = complete.error ?? check.error;

  return (
    <ReportEditor
      eventType={eventType}
      schema={form}
      data={task.data}
      findings={findings}
      handle={editor}
      onReady={onReady}
      onEdit={() => live.edited(() => editor.current?.draft())}
      side={
        <Card size="small" title={report.actions}>
          <Flex vertical gap={10}>
            <span className="soft">{words.fixLead}</span>
            <ReturnNotes task={task} />
            <Button onClick={onCheck} loading={check.isPending}>
              {report.check}
            </Button>
            <Button
              type="primary"
              size="large"
              disabled={!isMine}
              loading={complete.isPending && complete.variables.outcome === RESUBMIT}
              onClick={onResubmit}
            >
              {labelOf(RESUBMIT)}
            </Button>
            {others.map((outcome) => (
              <Popconfirm
                key={outcome}
                title={words.cancelConfirm}
                okText={labelOf(outcome)}
                onConfirm={() => decide(outcome)}
                disabled={!isMine}
              >
                <Button danger disabled={!isMine}>
                  {labelOf(outcome)}
                </Button>
              </Popconfirm>
            ))}
            {incomplete && <Alert type="error" showIcon role="alert" title={report.incomplete} />}
            {failure && !incomplete && <ProblemAlert error={failure} />}
            {checked && !failure && !incomplete && <CheckVerdict findings={findings} />}
          </Flex>
        </Card>
      }
    />
  );
}
