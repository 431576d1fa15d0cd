import { Alert, Button } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { labelOfPath, type FormItemInfo } from '../../forms/form-fields.js';
import { reportWords } from '../words.js';

/** As many as are read at a glance; the form marks all of them. */
const NAMED = 6;

interface FaultyFieldsProps {
  paths: readonly string[];
  fields: readonly FormItemInfo[];
  onGoTo(path: string): void;
}

/** Which fields keep the report from being sent, each a way to it. */
export function FaultyFields({ paths, fields, onGoTo }: FaultyFieldsProps) {
  const words = useWords(reportWords);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words.incomplete(paths.length)}
      description={
        <ul className="plain-list faulty-fields">
          {paths.slice(0, NAMED).map((path) => (
            <li key={path}>
              <Button type="link" size="small" onClick={() => onGoTo(path)}>
                {labelOfPath(fields, path) ?? path}
              </Button>
            </li>
          ))}
          {paths.length > NAMED && <li>{words.moreFaulty(paths.length - NAMED)}</li>}
        </ul>
      }
    />
  );
}
