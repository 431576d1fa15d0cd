import { Card } from 'antd';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import type { FormItemInfo } from '../../forms/form-fields.js';
import { useHistory } from '../../reports/api/history.js';
import { caseWords } from '../words.js';
import { HistoryTimeline } from './history-timeline.js';

interface HistoryCardProps {
  reportId: string;
  /** The case runs: ask again. */
  live: boolean;
  /** Names the fields that findings are about. */
  fields: readonly FormItemInfo[];
}

export function HistoryCard({ reportId, live, fields }: HistoryCardProps) {
  const words = useWords(caseWords);
  const history = useHistory(reportId, live);
  return (
    <Card size="small" title={words.history}>
      <QueryState query={history}>
        {(found) => <HistoryTimeline history={found} fields={fields} />}
      </QueryState>
    </Card>
  );
}
