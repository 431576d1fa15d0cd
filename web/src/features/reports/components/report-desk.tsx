import { Alert, Button, Card, Flex } from 'antd';
import { useRef, useState } from 'react';
import { ProblemError } from '../../../api/problem.js';
import type { EventType, Finding, FormSchema, ReportData } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useExample } from '../../event-types/api/example.js';
import { useDemoAccounts } from '../../session/api/demo-accounts.js';
import { useLiveCheck } from '../api/use-live-check.js';
import { useCheckReport } from '../api/check-report.js';
import { aboutFilledFields } from '../live-check.js';
import { reportWords } from '../words.js';
import { useDraft, type ResumedDraft } from '../use-draft.js';
import { useSubmission } from '../use-submission.js';
import { OfflineNote } from '../../offline/components/offline-note.js';
import { useKeptFiles } from '../../offline/kept-files.js';
import { CheckVerdict } from './check-verdict.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftLine } from './draft-line.js';
import { ReportEditor, type ReportEditorHandle } from './report-editor.js';

interface ReportDeskProps {
  eventType: EventType;
  schema: FormSchema;
  initial: ReportData;
  /** The draft that is being resumed. */
  resumed: ResumedDraft | null;
  /** The notification that it is made of. */
  answers?: string | null;
  /** What is shown first is not on the server yet. */
  toBeSaved?: boolean;
}

/** Filling in, checking, keeping and submitting one report. */
export function ReportDesk({
  eventType,
  schema,
  initial,
  resumed,
  answers = null,
  toBeSaved = false,
}: ReportDeskProps) {
  const words = useWords(reportWords);
  const editor = useRef<ReportEditorHandle>(null);
  const [data, setData] = useState(initial);
  const [incomplete, setIncomplete] = useState(false);
  const [findings, setFindings] = useState<Finding[] | null>(null);
  // Until somebody asks for a whole check, only what is about the fields that are filled in.
  const [asked, setAsked] = useState(false);
  const known = useRef<Finding[]>([]);
  const showFindings = (found: Finding[] | null) => {
    known.current = found ?? [];
    setFindings(found);
    editor.current?.showFindings(found ?? []);
  };
  const live = useLiveCheck({ type: eventType.id }, ({ judge, data: checked }) => {
    const found = judge(known.current);
    const shown = asked ? found : aboutFilledFields(found, checked);
    showFindings(shown.length === 0 && !asked ? null : shown);
  });
  const judgeSoon = () => live.edited(() => editor.current?.draft());
  // Examples are made for the counter only.
  const isOperator = useOfficer().role === 'operator';
  const hasExamples = (useDemoAccounts().data?.items.length ?? 0) > 0 && isOperator;
  const example = useExample(eventType.id);
  const check = useCheckReport();
  const draft = useDraft({
    resumed,
    type: eventType.id,
    answers,
    read: () => editor.current?.draft(),
  });

  const here = useKeptFiles(draft);

  /** Faults of shape come back with their fields: shown where they are. */
  const showFaults = (error: Error) => {
    if (!(error instanceof ProblemError) || error.status !== 422) return;
    showFindings(
      error.problem.errors.map(({ code, field, message }) => ({ code, severity: 'E', field, message })),
    );
  };
  const completeReport = (): ReportData | null => {
    const complete = editor.current?.complete() ?? null;
    setIncomplete(complete === null);
    return complete;
  };

  const onCheck = () => {
    live.stop();
    setAsked(true);
    const complete = completeReport();
    if (!complete) return;
    check.mutate(
      { type: eventType.id, data: complete },
      { onSuccess: (answer) => showFindings(answer.findings), onError: showFaults },
    );
  };
  const submission = useSubmission({
    ...{ draft, answers, type: eventType.id },
    complete: completeReport,
    onRefused: showFaults,
  });
  const onSubmit = () => {
    live.stop();
    submission.send();
  };
  const onExample = () =>
    example.mutate(undefined, {
      onSuccess: (filled) => {
        if (!filled) return;
        showFindings(null);
        setIncomplete(false);
        setData(filled);
        draft.edited();
      },
    });

  const failure = submission.error ?? check.error ?? example.error;
  return (
    <ReportEditor
      eventType={eventType}
      schema={schema}
      data={data}
      findings={findings}
      handle={editor}
      here={here}
      onReady={() => {
        if (toBeSaved) draft.edited();
        else draft.begin();
        // A draft that is resumed, an example: the rules answer at once.
        if (Object.keys(data).length > 0) judgeSoon();
      }}
      onEdit={() => {
        judgeSoon();
        draft.edited();
      }}
      side={
        <Card size="small" title={words.actions}>
          <Flex vertical gap={10}>
            {hasExamples && (
              <Button onClick={onExample} loading={example.isPending} title={words.exampleNote}>
                {words.example}
              </Button>
            )}
            {example.data === null && <Alert type="info" showIcon role="status" title={words.noExample} />}
            <Flex gap={10}>
              <Button block onClick={onCheck} loading={check.isPending}>
                {words.check}
              </Button>
              <Button block onClick={draft.save} loading={draft.state.kind === 'saving'}>
                {words.saveDraft}
              </Button>
            </Flex>
            <DraftLine draft={draft} address={`/reports/${draft.id}/edit`} />
            <DiscardDraft draft={draft} />
            <OfflineNote />
            <Button
              type="primary"
              size="large"
              block
              // Which of two windows is right is answered first.
              disabled={draft.state.kind === 'conflict' || draft.state.kind === 'discarded'}
              onClick={onSubmit}
              loading={submission.busy}
            >
              {words.submit}
            </Button>
            {submission.fault && <Alert type="error" showIcon role="alert" title={submission.fault} />}
            {failure && !incomplete && <ProblemAlert error={failure} />}
            {findings && asked && !failure && !incomplete && <CheckVerdict findings={findings} />}
          </Flex>
        </Card>
      }
    />
  );
}
