import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { ReportData } from '../../../api/wire.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';

interface BeginReportProps {
  /** Event type; nothing is shown where it is not there or the officer does not report it. */
  type: string;
  label: string;
  initial: ReportData;
  /** The notification that the report is made of. */
  answers?: string;
  primary?: boolean;
}

/** Opens the form of a report with what this page knows already. Numbers go by the browser's history state, not by address. */
export function BeginReport({ type, label, initial, answers, primary = false }: BeginReportProps) {
  const navigate = useNavigate();
  const officer = useOfficer();
  const eventType = useEventTypes().data?.find((candidate) => candidate.id === type);
  if (!eventType?.reportedBy.includes(officer.role)) return null;
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      onClick={() => void navigate(`/reports/new/${type}`, { state: { initial, answers } })}
    >
      {label}
    </Button>
  );
}
