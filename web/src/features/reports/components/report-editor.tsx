import { Card } from 'antd';
import { Suspense, useImperativeHandle, useMemo, useRef, useState, type ReactNode, type Ref } from 'react';
import type { EventType, Finding, FormSchema, NamedUpload, ReportData } from '../../../api/wire.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { AttachmentFields } from '../../attachments/components/attachment-fields.js';
import { attachmentWords } from '../../attachments/words.js';
import { FindingList } from '../../findings/finding-list.js';
import { findingWords } from '../../findings/words.js';
import { pathKey } from '../../forms/field-path.js';
import type { FormHandle } from '../../forms/components/form-viewer.js';
import { LazyForm } from '../../forms/components/lazy-form.js';
import { fitToSchema } from '../../forms/fit-to-schema.js';
import { formFields, topLevelKeys } from '../../forms/form-fields.js';
import { localiseForm } from '../../forms/localise-form.js';
import type { KeptFiles } from '../../offline/kept-files.js';
import type { JudgedBy } from '../api/desk-rules.js';
import { useDocumentsAsked } from '../use-documents-asked.js';
import { useFormAids } from '../use-form-aids.js';
import { FaultyFields } from './faulty-fields.js';
import './report-editor.css';
import { LoadingLines } from '../../../components/loading-lines.js';

export interface ReportEditorHandle {
  /** The report as filled in, complete or not. */
  draft(): ReportData;
  /** The report to send, or null when the form itself refuses: the faults are shown at their fields, and the cursor is in the first. */
  complete(): ReportData | null;
  showFindings(findings: readonly Finding[]): void;
}

interface ReportEditorProps {
  eventType: EventType;
  schema: FormSchema;
  /** Starts the form anew when it becomes another object. */
  data: ReportData;
  findings: readonly Finding[] | null;
  handle: Ref<ReportEditorHandle>;
  /** Stands above the findings in the side column: notes, actions. */
  side: ReactNode;
  /** Where attachments go without a line; absent where the report cannot be worked on without one. */
  here?: KeptFiles;
  /** Files that were attached before, by whom. */
  uploads?: readonly NamedUpload[] | undefined;
  /** Of a case under way: its own rules, and the law of its day. */
  ofCase?: Omit<JudgedBy, 'type'>;
  onReady?: () => void;
  /** Something was typed, chosen or attached. */
  onEdit?: () => void;
}

/** A report's form, its attachments and what the rules say about it. */
export function ReportEditor({
  eventType,
  schema,
  data,
  findings,
  handle,
  side,
  here,
  uploads,
  ofCase,
  onReady,
  onEdit,
}: ReportEditorProps) {
  const { language } = useLanguage();
  const text = useText();
  const words = useWords(findingWords);
  const attachments = useWords(attachmentWords);
  const form = useRef<FormHandle>(null);
  const judgedBy = { type: eventType.id, ...ofCase };
  const aids = useFormAids(judgedBy);
  const [documents, setDocuments] = useState(data.documents ?? []);
  const [filled, setFilled] = useState(data);
  /** Paths of what the form refused when it was to be sent, as far as it is not mended since. */
  const [faulty, setFaulty] = useState<string[]>([]);
  const [startedFrom, setStartedFrom] = useState(data);
  if (startedFrom !== data) {
    setStartedFrom(data);
    setDocuments(data.documents ?? []);
    setFilled(data);
    setFaulty([]);
  }
  const asked = useDocumentsAsked(judgedBy, { kinds: eventType.attachments, data: filled, documents });
  const fields = useMemo(() => formFields(localiseForm(schema, language)), [schema, language]);

  useImperativeHandle(handle, () => {
    const known = topLevelKeys(fields);
    // What another version of the form asked for stays with the report.
    const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !known.has(key)));
    const whole = (filled: ReportData): ReportData =>
      fitToSchema({ ...kept, ...filled, documents }, eventType.schema) as ReportData;
    return {
      draft: () => whole(form.current?.read() ?? data),
      complete() {
        const filled = form.current?.submit() ?? null;
        const refused = filled ? [] : (form.current?.faulty() ?? []);
        setFaulty(refused);
        if (refused[0] !== undefined) form.current?.goTo(refused[0]);
        return filled && whole(filled);
      },
      showFindings: (shown) =>
        form.current?.showFindings(
          shown.flatMap(({ severity, field, message }) =>
            severity === 'E' && field ? [{ path: pathKey(field), message: text(message) }] : [],
          ),
        ),
    };
  }, [data, documents, eventType.schema, fields, text]);

  const goTo = (path: string) => {
    if (pathKey(path).startsWith('documents'))
      document.getElementById('report-attachments')?.scrollIntoView({ behavior: 'smooth', block: 'center' });
    else form.current?.goTo(path);
  };

  return (
    <div className="report-editor">
      <div className="report-editor-main">
        <Card size="small" className="report-editor-form">
          <Suspense fallback={<LoadingLines />}>
            <LazyForm
              schema={schema}
              data={data}
              handle={form}
              aids={aids}
              onReady={() => {
                aids.edited({ data });
                onReady?.();
              }}
              onChange={(now) => {
                setFilled(now);
                aids.edited({ data: now });
                if (faulty.length > 0) setFaulty(form.current?.faulty() ?? []);
                onEdit?.();
              }}
            />
          </Suspense>
        </Card>
        <Card size="small" title={attachments.title} id="report-attachments">
          <AttachmentFields
            kinds={eventType.attachments}
            documents={documents}
            asked={asked}
            here={here}
            uploads={uploads}
            onChange={(next) => {
              setDocuments(next);
              onEdit?.();
            }}
          />
        </Card>
      </div>
      <div className="report-editor-side">
        {side}
        {faulty.length > 0 && <FaultyFields paths={faulty} fields={fields} onGoTo={goTo} />}
        {findings && (
          <Card size="small" title={words.title}>
            <FindingList findings={findings} fields={fields} onGoTo={goTo} />
          </Card>
        )}
      </div>
    </div>
  );
}
