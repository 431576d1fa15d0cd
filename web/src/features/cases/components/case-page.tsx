import { Alert, Button, Card, Descriptions } from 'antd';
import { useMemo } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { isEnded } from '@lampid/domain/report-status';
import { LinkButton } from '../../../components/link-button.js';
import type { EventType, Report } from '../../../api/wire.js';
import { formatDate, formatInstant } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { ConsequencesCard } from '../../consequences/components/consequences-card.js';
import { BeginReport } from '../../corrections/components/begin-report.js';
import { correctionWords } from '../../corrections/words.js';
import { DuplicatesCard } from '../../duplicates/components/duplicates-card.js';
import { DocumentList } from '../../documents/components/document-list.js';
import { reportFormOf, useEventTypes } from '../../event-types/api/event-types.js';
import { FindingList } from '../../findings/finding-list.js';
import { findingWords } from '../../findings/words.js';
import { formFields } from '../../forms/form-fields.js';
import { localiseForm } from '../../forms/localise-form.js';
import { DataView } from '../../report-data/components/data-view.js';
import { HandoverCard } from '../../handovers/components/handover-card.js';
import { handoverWords } from '../../handovers/words.js';
import { useReport } from '../../reports/api/report.js';
import { StatusTag } from '../../reports/components/status-tag.js';
import { SatisfactionCard } from '../../satisfaction/components/satisfaction-card.js';
import { isOutside, roleNames } from '../../session/roles.js';
import { useTasksOfReport } from '../../tasks/api/queue.js';
import { UrgedTag } from '../../tasks/components/urged-tag.js';
import { caseWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';
import { AnswerBar } from './answer-bar.js';
import { CancelReport } from './cancel-report.js';
import { CourseCard } from './course-card.js';
import { HistoryCard } from './history-card.js';
import { OwnCase } from './own-case.js';
import { ReasonBar } from './reason-bar.js';
import { ResultCard } from './result-card.js';
import { WaitingBar } from './waiting-bar.js';
import './case-page.css';

/** One case, as far as the officer may see it; it follows the case while it runs. */
export function CasePage() {
  const { id = '' } = useParams();
  const report = useReport(id);
  const eventTypes = useEventTypes();
  const Shown = isOutside(useOfficer().role) ? OwnCase : CaseView;
  return (
    <QueryState query={report}>
      {(found) =>
        found.status === 'draft' ? (
          <Navigate to={`/reports/${found.id}/edit`} replace />
        ) : (
          <Shown report={found} eventType={eventTypes.data?.find((type) => type.id === found.type) ?? null} />
        )
      }
    </QueryState>
  );
}

const MAY_REPLAY = new Set(['admin', 'auditor']);
const MAY_CANCEL = new Set(['operator', 'supervisor', 'admin']);

function CaseView({ report, eventType }: { report: Report; eventType: EventType | null }) {
  const words = useWords(caseWords);
  const finding = useWords(findingWords);
  const handover = useWords(handoverWords);
  const { language } = useLanguage();
  const officer = useOfficer();
  const live = !isEnded(report.status);
  const correction = useWords(correctionWords);
  const revocable = report.status === 'completed' && report.result !== null && report.type !== 'revocation';
  const form = reportFormOf(eventType);
  const fields = useMemo(() => (form ? formFields(localiseForm(form, language)) : []), [form, language]);
  return (
    <Page
      title={report.title || words.title(report.ticket ?? '')}
      lead={
        <>
          <StatusTag status={report.status} /> <span className="ticket">{report.ticket}</span>{' '}
          {report.urged && <UrgedTag {...report.urged} />}{' '}
          {report.ticket && (
            <Link to={`/track?ticket=${encodeURIComponent(report.ticket)}`}>{words.trackingPage}</Link>
          )}
        </>
      }
      actions={
        <>
          {live && officer.role !== 'auditor' && <OwnTask reportId={report.id} />}
          {officer.role !== 'auditor' && (
            <Button href={`/api/v1/reports/${report.id}/slip`} target="_blank">
              {handover.slip}
            </Button>
          )}
          {MAY_REPLAY.has(officer.role) && (
            <LinkButton to={`/cases/${report.id}/replay`}>{words.replay}</LinkButton>
          )}
          {revocable && (
            <BeginReport
              type="revocation"
              label={correction.revoke}
              initial={{ ticket: report.ticket, areaCode: report.areaCode }}
            />
          )}
          {live && MAY_CANCEL.has(officer.role) && <CancelReport reportId={report.id} />}
        </>
      }
    >
      <ReasonBar report={report} live={live} />
      {live && <WaitingBar report={report} />}
      {report.revokedBy && (
        <Alert
          type="warning"
          showIcon
          className="bar"
          title={words.revokedBy(report.revokedBy.ticket ?? '')}
          action={<Link to={`/cases/${report.revokedBy.reportId}`}>{words.openCase}</Link>}
        />
      )}
      {report.outside === 'citizen' && live && (
        <Alert type="info" showIcon className="bar" title={words.fromCitizen} />
      )}
      {report.madeOf && (
        <Alert
          type="info"
          showIcon
          className="bar"
          title={words.madeOf(report.madeOf.ticket ?? '')}
          action={<Link to={`/cases/${report.madeOf.reportId}`}>{words.openCase}</Link>}
        />
      )}
      {report.answer && <AnswerBar answer={report.answer} />}
      <CourseCard reportId={report.id} live={live} />
      <div className="case">
        <div className="case-main">
          {live && <DuplicatesCard reportId={report.id} />}
          {live && report.result === null && <ConsequencesCard reportId={report.id} />}
          <Card size="small" title={words.data}>
            <DataView schema={form} data={report.data} findings={report.findings} />
          </Card>
          {report.findings.length > 0 && (
            <Card size="small" title={finding.title}>
              <FindingList findings={report.findings} fields={fields} />
            </Card>
          )}
          <HistoryCard reportId={report.id} live={live} fields={fields} />
        </div>
        <div className="case-side">
          {report.result && Object.keys(report.result).length > 0 && (
            <Card size="small" title={words.result}>
              <ResultCard result={report.result} />
            </Card>
          )}
          <Card size="small" title={words.summary}>
            <Summary report={report} eventType={eventType} />
          </Card>
          <HandoverCard report={report} />
          {!live && <SatisfactionCard reportId={report.id} />}
          {report.documents.length > 0 && (
            <Card size="small" title={words.issued}>
              <DocumentList documents={report.documents} />
            </Card>
          )}
          <Card size="small" title={words.attachments}>
            <DocumentList documents={report.attachments} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function OwnTask({ reportId }: { reportId: string }) {
  const words = useWords(caseWords);
  const text = useText();
  const tasks = useTasksOfReport(reportId);
  const task = tasks.data?.items[0];
  if (!task) return null;
  return (
    <LinkButton to={`/tasks/${task.id}`} type="primary">
      {words.work}: {text(task.names)}
    </LinkButton>
  );
}

function Summary({ report, eventType }: { report: Report; eventType: EventType | null }) {
  const words = useWords(caseWords);
  const text = useText();
  const nameOf = useNames();
  const { language } = useLanguage();
  const rows: [string, string | null][] = [
    [words.type, eventType ? text(eventType.names) : report.type],
    [words.area, report.areaName ?? report.areaCode],
    [words.eventDate, report.eventDate && formatDate(report.eventDate, language)],
    [
      words.createdBy,
      report.outside
        ? `${nameOf(report.createdBy)} (${text(roleNames[report.outside])})`
        : nameOf(report.createdBy),
    ],
    [words.submittedAt, report.submittedAt && formatInstant(report.submittedAt, language)],
    [words.endedAt, report.endedAt && formatInstant(report.endedAt, language)],
  ];
  return (
    <Descriptions
      size="small"
      column={1}
      items={rows.flatMap(([label, children]) => (children ? [{ key: label, label, children }] : []))}
    />
  );
}
