import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Navigate, useParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { reportFormOf, useEventTypes } from '../../event-types/api/event-types.js';
import { reportQuery } from '../api/report.js';
import { reportWords } from '../words.js';
import { ReportDesk } from './report-desk.js';

/** Resumes a draft where it was left. */
export function DraftPage() {
  const { id = '' } = useParams();
  const words = useWords(reportWords);
  const text = useText();
  const eventTypes = useEventTypes();
  // Read once: what is typed here is newer than anything the server knows.
  const draft = useQuery({
    ...reportQuery(id),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: false,
    refetchOnWindowFocus: false,
  });
  return (
    <QueryState query={eventTypes}>
      {(items) => (
        <QueryState query={draft}>
          {(report) => {
            if (report.status !== 'draft') return <Navigate to={`/cases/${report.id}`} replace />;
            const eventType = items.find((item) => item.id === report.type);
            const schema = reportFormOf(eventType);
            if (!eventType || !schema) return <Alert type="warning" showIcon title={words.unknownType} />;
            return (
              <Page title={words.draftOf(text(eventType.names))}>
                <ReportDesk
                  eventType={eventType}
                  schema={schema}
                  initial={report.data}
                  resumed={{ id: report.id, version: report.version }}
                />
              </Page>
            );
          }}
        </QueryState>
      )}
    </QueryState>
  );
}
