import { Alert } from 'antd';
import { useLocation, useParams } from 'react-router';
import type { EventType, ReportData } from '../../../api/wire.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { reportFormOf, useEventTypes } from '../../event-types/api/event-types.js';
import { reportWords } from '../words.js';
import { ReportDesk } from './report-desk.js';

const BLANK: ReportData = {};

export function NewReportPage() {
  const { type = '' } = useParams();
  const words = useWords(reportWords);
  const eventTypes = useEventTypes();
  return (
    <QueryState query={eventTypes}>
      {(items) => {
        const eventType = items.find((item) => item.id === type);
        if (!eventType) return <Alert type="warning" showIcon title={words.unknownType} />;
        // Another type is another form, another submission.
        return <NewReport key={type} eventType={eventType} />;
      }}
    </QueryState>
  );
}

function NewReport({ eventType }: { eventType: EventType }) {
  const words = useWords(reportWords);
  const text = useText();
  const schema = reportFormOf(eventType);
  // Another page may begin the report (a correction, a revocation): what it knows comes with the step, never by address.
  const begun = useLocation().state as { initial?: ReportData; answers?: string } | null;
  const { rt, rw } = useOfficer();
  const blank = rw === null ? BLANK : { rw, ...(rt !== null && { rt }) };
  return (
    <Page title={words.newOf(text(eventType.names))} lead={text(eventType.description)}>
      {schema ? (
        <ReportDesk
          eventType={eventType}
          schema={schema}
          initial={begun?.initial ?? blank}
          answers={begun?.answers ?? null}
          resumed={null}
        />
      ) : (
        <Alert type="warning" showIcon title={words.noForm} />
      )}
    </Page>
  );
}
