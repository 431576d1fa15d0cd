import { Descriptions } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../../i18n/language.js';
import { ResidentLine } from '../../registry/components/resident-line.js';
import { resultEntries } from '../result-entries.js';
import { caseWords } from '../words.js';

/** What registration produced: people and cards lead to the register, numbers stand as they are. */
export function ResultCard({ result }: { result: Record<string, string> }) {
  const words = useWords(caseWords);
  return (
    <Descriptions
      size="small"
      column={1}
      items={resultEntries(result).map(({ name, kind, value }) => {
        switch (kind) {
          case 'resident':
            return { key: name, label: words.resident, children: <ResidentLine residentId={value} /> };
          case 'card':
            return {
              key: name,
              label: words.card,
              children: <Link to={`/family-cards/${value}`}>{words.openCard}</Link>,
            };
          case 'report':
            return {
              key: name,
              label: words.revoked,
              children: <Link to={`/cases/${value}`}>{words.openCase}</Link>,
            };
          case 'deed':
          case 'letter':
            return { key: name, label: words[kind], children: <span className="number">{value}</span> };
          default:
            return { key: name, label: name, children: value };
        }
      })}
    />
  );
}
