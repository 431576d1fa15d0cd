import { Alert } from 'antd';
import { Link } from 'react-router';
import type { Report } from '../../../api/wire.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { StatusTag } from '../../reports/components/status-tag.js';
import { isOutside } from '../../session/roles.js';
import { caseWords } from '../words.js';

/** What the office made of a notification: a report and how that stands, or why none. */
export function AnswerBar({ answer }: { answer: NonNullable<Report['answer']> }) {
  const words = useWords(caseWords);
  const text = useText();
  const officer = useOfficer();
  const { report, label, note } = answer;
  if (!report)
    return (
      <Alert type="warning" showIcon className="bar" title={text(label)} description={note ?? undefined} />
    );
  return (
    <Alert
      type="success"
      showIcon
      className="bar"
      title={
        <>
          {words.becameReport(report.ticket ?? '')} <StatusTag status={report.status} />
        </>
      }
      action={!isOutside(officer.role) && <Link to={`/cases/${report.id}`}>{words.openCase}</Link>}
    />
  );
}
