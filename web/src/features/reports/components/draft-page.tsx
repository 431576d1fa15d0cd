import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import type { ReportData } from '../../../api/wire.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { reportFormOf, useEventTypes } from '../../event-types/api/event-types.js';
import { OfflineNote } from '../../offline/components/offline-note.js';
import type { SealedDraft } from '../../offline/entries.js';
import { useOffline } from '../../offline/offline.js';
import { offlineWords } from '../../offline/words.js';
import { reportQuery } from '../api/report.js';
import type { ResumedDraft } from '../use-draft.js';
import { reportWords } from '../words.js';
import { ReportDesk } from './report-desk.js';

/** Resumes a draft where it was left: on this device when it holds words that the server does not have, else on the server. */
export function DraftPage() {
  const { id = '' } = useParams();
  const words = useWords(offlineWords);
  const { entries } = useOffline();
  const entry = entries.find((one) => one.id === id);
  if (entry?.kind === 'report')
    return (
      <Alert type="info" showIcon title={words.inQueue} action={<Link to="/offline">{words.toQueue}</Link>} />
    );
  return <Draft key={id} id={id} sealed={entry?.kind === 'draft' ? entry : null} />;
}

function Draft({ id, sealed }: { id: string; sealed: SealedDraft | null }) {
  // Once shown it stays: the sealed copy goes as soon as the server has it, and what is typed here is newer than both.
  const [here, setHere] = useState(sealed);
  const begun = useLocation().state as { answers?: string } | null;
  const draft = useQuery({
    ...reportQuery(id),
    ...{
      staleTime: 0,
      gcTime: 0,
      refetchInterval: false,
      refetchOnWindowFocus: false,
      enabled: here === null,
    },
  });
  if (!here && sealed && draft.data === undefined) setHere(sealed);
  if (here)
    return (
      <Desk
        type={here.type}
        initial={here.data}
        resumed={{ id, version: here.version }}
        answers={here.answers}
        toBeSaved
      />
    );
  return (
    <>
      {draft.error && <OfflineNote />}
      <QueryState query={draft}>
        {({ type, status, version, data }) =>
          status === 'draft' ? (
            <Desk type={type} initial={data} resumed={{ id, version }} answers={begun?.answers ?? null} />
          ) : (
            <Navigate to={`/cases/${id}`} replace />
          )
        }
      </QueryState>
    </>
  );
}

interface DeskProps {
  type: string;
  initial: ReportData;
  resumed: ResumedDraft;
  answers: string | null;
  /** The server does not have it as it is shown. */
  toBeSaved?: boolean;
}

function Desk({ type, ...desk }: DeskProps) {
  const words = useWords(reportWords);
  const text = useText();
  const eventTypes = useEventTypes();
  return (
    <QueryState query={eventTypes}>
      {(items) => {
        const eventType = items.find(({ id }) => id === type);
        const schema = reportFormOf(eventType);
        if (!eventType || !schema) return <Alert type="warning" showIcon title={words.unknownType} />;
        return (
          <Page title={words.draftOf(text(eventType.names))}>
            <ReportDesk eventType={eventType} schema={schema} {...desk} />
          </Page>
        );
      }}
    </QueryState>
  );
}
