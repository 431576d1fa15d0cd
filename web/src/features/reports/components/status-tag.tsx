import type { ReportStatus } from '@lampid/domain/report-status';
import { LabelTag } from '../../../components/label-tag.js';
import { useText } from '../../../i18n/language.js';
import { reportStatuses } from '../status.js';

export function StatusTag({ status }: { status: ReportStatus }) {
  const text = useText();
  // A model may set a status that this build does not know: show it rather than nothing.
  const known = reportStatuses[status] as (typeof reportStatuses)[ReportStatus] | undefined;
  return <LabelTag tone={known?.tone}>{known ? text(known.name) : status}</LabelTag>;
}
