import { Card } from 'antd';
import { useMemo } from 'react';
import type { EventType, IssuedDocument, Report } from '../../../api/wire.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { caseWords } from '../../cases/words.js';
import type { CaseDocument } from '../../documents/case-document.js';
import { DocumentList } from '../../documents/components/document-list.js';
import { reportFormOf } from '../../event-types/api/event-types.js';
import { FindingList } from '../../findings/finding-list.js';
import { formFields } from '../../forms/form-fields.js';
import { localiseForm } from '../../forms/localise-form.js';
import { DataView } from '../../report-data/components/data-view.js';
import type { Standing } from '../moments.js';
import { replayWords } from '../words.js';

interface StandingCardsProps {
  report: Report;
  standing: Standing;
  eventType: EventType | null;
}

/** What was known of the case at the moment: findings, documents, files and data as they were then. */
export function StandingCards({ report, standing, eventType }: StandingCardsProps) {
  const words = useWords(replayWords);
  const ofCase = useWords(caseWords);
  const { language } = useLanguage();
  const form = reportFormOf(eventType);
  const fields = useMemo(() => (form ? formFields(localiseForm(form, language)) : []), [form, language]);
  const { revision, findings } = standing;
  const issued = issuedUntil(report.documents, standing);
  const attached = new Set(revision?.data.documents?.map(({ attachmentId }) => attachmentId));
  const files = report.attachments.filter(({ id }) => attached.has(id));
  return (
    <div className="replay-side">
      <Card size="small" title={words.findings}>
        <FindingList findings={findings} fields={fields} />
      </Card>
      {issued.length > 0 && (
        <Card size="small" title={words.documents}>
          <DocumentList documents={issued} />
        </Card>
      )}
      <Card size="small" title={revision ? words.data(revision.revision) : words.noData}>
        {revision ? (
          <DataView schema={form} data={revision.data} findings={findings} />
        ) : (
          <NothingHere>{words.noData}</NothingHere>
        )}
      </Card>
      {files.length > 0 && (
        <Card size="small" title={ofCase.attachments}>
          <DocumentList documents={files} />
        </Card>
      )}
    </div>
  );
}

/** Valid until the moment came that made them void. */
function issuedUntil(documents: readonly IssuedDocument[], standing: Standing): CaseDocument[] {
  const then = new Map(standing.documents.map(({ id, voidedAt }) => [id, voidedAt]));
  return documents.flatMap(({ signed: _, ...document }) => {
    const voidedAt = then.get(document.id);
    return voidedAt === undefined
      ? []
      : [{ ...document, status: voidedAt === null ? ('valid' as const) : ('void' as const) }];
  });
}
