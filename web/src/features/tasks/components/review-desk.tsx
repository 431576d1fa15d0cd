import { Card } from 'antd';
import { todayJakarta } from '@lampid/domain/dates';
import { useMemo } from 'react';
import type { EventType, Report, Task } from '../../../api/wire.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { CourseCard } from '../../cases/components/course-card.js';
import { HistoryCard } from '../../cases/components/history-card.js';
import { useConsequences } from '../../consequences/api/consequences.js';
import { ConsequencesCard } from '../../consequences/components/consequences-card.js';
import { RestorationCard } from '../../corrections/components/restoration-card.js';
import { DuplicatesCard } from '../../duplicates/components/duplicates-card.js';
import { AskedDocuments } from '../../attachments/components/asked-documents.js';
import { DocumentList } from '../../documents/components/document-list.js';
import { reportFormOf } from '../../event-types/api/event-types.js';
import { FindingList } from '../../findings/finding-list.js';
import { findingWords } from '../../findings/words.js';
import { formFields } from '../../forms/form-fields.js';
import { localiseForm } from '../../forms/localise-form.js';
import { DataView } from '../../report-data/components/data-view.js';
import { useReport } from '../../reports/api/report.js';
import { useDocumentsAsked } from '../../reports/use-documents-asked.js';
import { taskWords } from '../words.js';
import { DecisionCard } from './decision-card.js';
import './review-desk.css';

/** Form of the task that puts a family right after its registration was taken back. */
const RESTORES = 'resolve-reversal';

interface ReviewDeskProps {
  task: Task;
  eventType: EventType | null;
  isMine: boolean;
  onReleased(): void;
}

/** Everything a decider looks at, the decision, and last what went before. */
export function ReviewDesk({ task, eventType, isMine, onReleased }: ReviewDeskProps) {
  const words = useWords(taskWords);
  const finding = useWords(findingWords);
  const { language } = useLanguage();
  const report = useReport(task.reportId);
  const consequences = useConsequences(task.reportId);
  const form = reportFormOf(eventType);
  const fields = useMemo(() => (form ? formFields(localiseForm(form, language)) : []), [form, language]);
  return (
    <div className="review-desk">
      <div className="review-main">
        {task.form?.id === RESTORES && report.data && (
          <RestorationCard reportId={task.reportId} areaCode={report.data.areaCode} />
        )}
        <Card size="small" title={finding.title}>
          <FindingList findings={task.findings} fields={fields} />
        </Card>
        <DuplicatesCard reportId={task.reportId} />
        {!task.begins && <ConsequencesCard reportId={task.reportId} />}
        <Card size="small" title={words.documents}>
          {report.data && eventType && <AskedHere report={report.data} eventType={eventType} />}
          <DocumentList inPlace documents={report.data?.attachments ?? []} />
        </Card>
        <Card size="small" title={words.data}>
          <DataView schema={form} data={task.data} findings={task.findings} />
        </Card>
      </div>
      <div className="review-side">
        {task.state === 'open' && (
          <DecisionCard
            task={task}
            isMine={isMine}
            seen={consequences.data?.fingerprint ?? null}
            onReleased={onReleased}
          />
        )}
      </div>
      <div className="review-past">
        <CourseCard reportId={task.reportId} live />
        <HistoryCard reportId={task.reportId} live fields={fields} />
      </div>
    </div>
  );
}

/** As the case judges it: by its own version of the tables, and the law of its day. */
function AskedHere({ report, eventType }: { report: Report; eventType: EventType }) {
  const { type, definitionId, submittedAt, data, attachments } = report;
  const documents = useMemo(
    () => attachments.map(({ id, kind }) => ({ kind, attachmentId: id })),
    [attachments],
  );
  const asked = useDocumentsAsked(
    {
      type,
      definitionId: definitionId ?? undefined,
      lawDate: submittedAt === null ? undefined : todayJakarta(new Date(submittedAt)),
    },
    { kinds: eventType.attachments, data, documents },
  );
  return (
    <AskedDocuments
      kinds={eventType.attachments}
      attached={attachments.map(({ kind }) => kind)}
      asked={asked}
    />
  );
}
