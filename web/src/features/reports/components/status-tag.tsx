import { Tag } from 'antd';
import type { ReportStatus } from '../../../api/wire.js';
import { useText } from '../../../i18n/language.js';
import { reportStatuses } from '../status.js';

export function StatusTag({ status }: { status: ReportStatus }) {
  const text = useText();
  const known = reportStatuses[status];
  // A model may set a status that this build does not know: show it rather than nothing.
  return <Tag color={known?.color ?? 'default'}>{known ? text(known.name) : status}</Tag>;
}
