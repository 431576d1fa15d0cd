import { Button, Card, Flex } from 'antd';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { todayJakarta } from '@lampid/domain/dates';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { EventType, Finding, FormSchema, ReportData, Task } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useCheckReport } from '../../reports/api/check-report.js';
import { useLiveCheck } from '../../reports/api/use-live-check.js';
import { CheckVerdict } from '../../reports/components/check-verdict.js';
import { DraftLine } from '../../reports/components/draft-line.js';
import { ReportEditor, type ReportEditorHandle } from '../../reports/components/report-editor.js';
import { reportWords } from '../../reports/words.js';
import { useCompleteTask } from '../api/complete-task.js';
import { RESUBMIT } from '../resubmit.js';
import { useCorrection } from '../use-correction.js';
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
  const known = useRef<Finding[]>(task.findings);
  const [checked, setChecked] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const check = useCheckReport();
  const { type, reportId, definitionId } = task;
  const ofCase = { definitionId, lawDate: todayJakarta(new Date(task.submittedAt)) };
  const show = (found: Finding[]) => {
    known.current = found;
    setFindings(found);
    editor.current?.showFindings(found);
  };
  const live = useLiveCheck({ type, reportId, ...ofCase }, ({ judge }) => show(judge(known.current)));
  // What was mended before the page was left goes on.
  const [data] = useState(task.draft?.data ?? task.data);
  const read = () => editor.current?.draft();
  const correction = useCorrection(task, read);
  const complete = useCompleteTask();

  const labelOf = (outcome: string) => {
    const label = task.labels[outcome];
    return label ? text(label) : outcome;
  };
  const onReady = () => {
    editor.current?.showFindings(task.findings);
    correction.begin();
    if (task.draft) live.edited(read);
  };
  const onError = (error: Error) => {
    // Not sent: it is kept further on.
    if (isMine) correction.edited();
    if (error instanceof ProblemError && error.status === 422)
      show(error.problem.errors.map(({ code, field, message }) => ({ code, severity: 'E', field, message })));
  };
  const filledIn = () => {
    const whole = editor.current?.complete() ?? null;
    setIncomplete(whole === null);
    return whole;
  };
  const decide = async (outcome: string, resubmitted?: ReportData) => {
    await correction.forget();
    complete.mutate(
      { taskId: task.id, outcome, ...(resubmitted && { data: resubmitted }) },
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
    const whole = filledIn();
    if (!whole) return;
    check.mutate(
      { type, reportId, data: whole },
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
    const whole = filledIn();
    if (whole) void decide(RESUBMIT, whole);
  };
  const others = task.outcomes.filter((outcome) => outcome !== RESUBMIT);
  const failure = complete.error ?? check.error;

  return (
    <ReportEditor
      eventType={eventType}
      schema={form}
      data={data}
      findings={findings}
      uploads={task.draft?.uploads}
      ofCase={ofCase}
      handle={editor}
      onReady={onReady}
      onEdit={() => {
        live.edited(read);
        // Of a task that is nobody's yet nothing is kept: it is taken first.
        if (isMine) correction.edited();
      }}
      side={
        <Card size="small" title={report.actions}>
          <Flex vertical gap={10}>
            <span className="soft">{words.fixLead}</span>
            <ReturnNotes task={task} />
            <DraftLine draft={correction} address={`/tasks/${task.id}`} />
            <Button onClick={onCheck} loading={check.isPending}>
              {report.check}
            </Button>
            <Button
              type="primary"
              size="large"
              disabled={!isMine || correction.state.kind === 'conflict'}
              loading={complete.isPending && complete.variables.outcome === RESUBMIT}
              onClick={onResubmit}
            >
              {labelOf(RESUBMIT)}
            </Button>
            {others.map((outcome) => (
              <ConfirmButton
                key={outcome}
                disabled={!isMine}
                label={labelOf(outcome)}
                question={words.cancelConfirm}
                onConfirm={() => void decide(outcome)}
              />
            ))}
            {failure && !incomplete && <ProblemAlert error={failure} />}
            {checked && !failure && !incomplete && <CheckVerdict findings={findings} />}
          </Flex>
        </Card>
      }
    />
  );
}
