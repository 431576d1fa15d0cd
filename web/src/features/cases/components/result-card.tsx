import { Descriptions } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../../i18n/language.js';
import { ResidentLine } from '../../registry/components/resident-line.js';
import { caseWords } from '../words.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What registration produced: people and cards lead to the register, numbers stand as they are. */
export function ResultCard({ result }: { result: Record<string, string> }) {
  const words = useWords(caseWords);
  return (
    <Descriptions
      size="small"
      column={1}
      items={Object.entries(result).map(([name, value]) => {
        if (/card/i.test(name) && UUID.test(value))
          return {
            key: name,
            label: words.card,
            children: <Link to={`/family-cards/${value}`}>{words.card}</Link>,
          };
        if (UUID.test(value))
          return { key: name, label: words.resident, children: <ResidentLine residentId={value} /> };
        return { key: name, label: name, children: value };
      })}
    />
  );
}
