import { Alert } from 'antd';
import type { Finding } from '../../../api/wire.js';
import { useWords } from '../../../i18n/language.js';
import { reportWords } from '../words.js';

/** What a check means for the person at the desk, in one sentence. */
export function CheckVerdict({ findings }: { findings: readonly Finding[] }) {
  const words = useWords(reportWords);
  const errors = findings.filter((finding) => finding.severity === 'E').length;
  if (errors > 0) return <Alert type="warning" showIcon role="status" title={words.checkedErrors(errors)} />;
  if (findings.length > 0) return <Alert type="info" showIcon role="status" title={words.checkedOthers} />;
  return <Alert type="success" showIcon role="status" title={words.checkedClean} />;
}
