import { Button, Card } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { LabelTag } from '../../../components/label-tag.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import type { BundleFaults } from '../api/lint.js';
import { studioWords } from '../words.js';

interface FaultListProps {
  query: UseQueryResult<BundleFaults>;
  onShow(field: string | null): void;
}

/** What the lint says of the bundle as it stands in the editors. */
export function FaultList({ query, onShow }: FaultListProps) {
  const words = useWords(studioWords);
  const text = useText();
  if (!query.isEnabled) return null;
  const { errors, warnings } = query.data ?? { errors: [], warnings: [] };
  const faults = [...errors, ...warnings];
  const summary = !query.data
    ? words.checking
    : faults.length === 0
      ? words.noFaults
      : words.faultCount(errors.length, warnings.length);
  return (
    <Card size="small" title={words.faults} extra={<span role="status">{summary}</span>}>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="fault-list">
        {faults.map(({ code, field, severity, message }, index) => (
          <li key={`${code} ${field} ${index}`}>
            <LabelTag tone={severity === 'W' ? 'wait' : 'bad'}>
              {severity === 'W' ? words.warning : words.error}
            </LabelTag>
            <span className="fault-text">
              {text(message)} <code>{field}</code>
            </span>
            {field && (
              <Button size="small" type="link" onClick={() => onShow(field)}>
                {words.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
