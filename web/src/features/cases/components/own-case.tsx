import { Card } from 'antd';
import type { EventType, Report } from '../../../api/wire.js';
import { Page } from '../../../components/page.js';
import { useText, useWords } from '../../../i18n/language.js';
import { reportFormOf } from '../../event-types/api/event-types.js';
import { DataView } from '../../report-data/components/data-view.js';
import { StatusTag } from '../../reports/components/status-tag.js';
import { statusSentences } from '../../tracking/words.js';
import { caseWords } from '../words.js';
import { AnswerBar } from './answer-bar.js';

/** A case as those see it who sent it in from outside of the office: how it stands, and what they wrote. */
export function OwnCase({ report, eventType }: { report: Report; eventType: EventType | null }) {
  const words = useWords(caseWords);
  const text = useText();
  return (
    <Page
      title={report.title || words.title(report.ticket ?? '')}
      lead={
        <>
          <StatusTag status={report.status} /> <span className="ticket">{report.ticket}</span>
        </>
      }
    >
      {report.answer ? (
        <AnswerBar answer={report.answer} />
      ) : (
        <p className="bar">
          {text(eventType?.names ?? { id: report.type, en: report.type })}:{' '}
          {text(statusSentences[report.status])}
        </p>
      )}
      <Card size="small" title={words.data}>
        <DataView schema={reportFormOf(eventType)} data={report.data} findings={report.findings} />
      </Card>
    </Page>
  );
}
