import { Alert, Button, Card, Flex } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newUuid } from '../../../api/new-uuid.js';
import { ProblemError } from '../../../api/problem.js';
import type { EventType, Finding, FormSchema, ReportData } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { useExample } from '../../event-types/api/example.js';
import { useDemoAccounts } from '../../session/api/demo-accounts.js';
import { useLiveCheck } from '../api/use-live-check.js';
import { useCheckReport } from '../api/check-report.js';
import { useSubmitReport } from '../api/submit-report.js';
import { aboutFilledFields } from '../live-check.js';
import { reportWords } from '../words.js';
import { useDraft, type ResumedDraft } from '../use-draft.js';
import { CheckVerdict } from './check-verdict.js';
import { DraftLine } from './draft-line.js';
import { ReportEditor, type ReportEditorHandle } from './report-editor.js';
import { useToast } from '../../../components/toast.js';

interface ReportDeskProps {
  eventType: EventType;
  schema: FormSchema;
  initial: ReportData;
  /** The draft that is being resumed. */
  resumed: ResumedDraft | null;
  /** The notification that it is made of. */
  answers?: string | null;
}

/** Filling in, checking, keeping and submitting one report. */
export function ReportDesk({ eventType, schema, initial, resumed, answers = null }: ReportDeskProps) {
  const words = useWords(reportWords);
  const navigate = useNavigate();
  const toast = useToast();
  const editor = useRef<ReportEditorHandle>(null);
  const [data, setData] = useState(initial);
  // Names this submission from the moment the form opens: sent twice, it is still one report.
  const [idempotencyKey] = useState(newUuid);
  const [incomplete, setIncomplete] = useState(false);
  const [findings, setFindings] = useState<Finding[] | null>(null);
  // Until somebody asks for a whole check, only what is about the fields that are filled in.
  const [asked, setAsked] = useState(false);
  const live = useLiveCheck(eventType.id, ({ judge, data: checked }) =>
    setFindings((earlier) => {
      const found = judge(earlier);
      const shown = asked ? found : aboutFilledFields(found, checked);
      return shown.length === 0 && !asked ? null : shown;
    }),
  );
  const isDemo = (useDemoAccounts().data?.items.length ?? 0) > 0;
  const example = useExample(eventType.id);
  const check = useCheckReport();
  const draft = useDraft({
    resumed,
    type: eventType.id,
    read: () => editor.current?.draft(),
  });
  const submit = useSubmitReport();

  const showFindings = (found: Finding[]) => {
    setFindings(found);
    editor.current?.showFindings(found);
  };
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
  const onSubmit = async () => {
    live.stop();
    const complete = completeReport();
    if (!complete) return;
    const draftId = await draft.stop();
    submit.mutate(
      { draftId, type: eventType.id, data: complete, answers, idempotencyKey },
      {
        onSuccess: ({ id, ticket }) => {
          toast.success(words.submitted(ticket ?? ''));
          void navigate(`/cases/${id}`);
        },
        onError: showFaults,
      },
    );
  };
  const onExample = () =>
    example.mutate(undefined, {
      onSuccess: (filled) => {
        if (!filled) return;
        setFindings(null);
        setIncomplete(false);
        setData(filled);
        draft.edited();
      },
    });

  const failure = submit.error ?? check.error ?? example.error;
  return (
    <ReportEditor
      eventType={eventType}
      schema={schema}
      data={data}
      findings={findings}
      handle={editor}
      onReady={draft.begin}
      onEdit={() => {
        live.edited(() => editor.current?.draft());
        draft.edited();
      }}
      side={
        <Card size="small" title={words.actions}>
          <Flex vertical gap={10}>
            {isDemo && (
              <Button onClick={onExample} loading={example.isPending} title={words.exampleNote}>
                {words.example}
              </Button>
            )}
            <Flex gap={10}>
              <Button block onClick={onCheck} loading={check.isPending}>
                {words.check}
              </Button>
              <Button block onClick={draft.save} loading={draft.state.kind === 'saving'}>
                {words.saveDraft}
              </Button>
            </Flex>
            <DraftLine draft={draft} />
            <Button
              type="primary"
              size="large"
              block
              // Which of two windows is right is answered first.
              disabled={draft.state.kind === 'conflict'}
              onClick={() => void onSubmit()}
              loading={submit.isPending}
            >
              {words.submit}
            </Button>
            {incomplete && <Alert type="error" showIcon role="alert" title={words.incomplete} />}
            {failure && !incomplete && <ProblemAlert error={failure} />}
            {findings && asked && !failure && !incomplete && <CheckVerdict findings={findings} />}
          </Flex>
        </Card>
      }
    />
  );
}
