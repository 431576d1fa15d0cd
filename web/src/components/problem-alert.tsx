import { Alert, Button } from 'antd';
import { ProblemError } from '../api/problem.js';
import { useText, useWords } from '../i18n/language.js';
import { commonWords } from './words.js';

interface ProblemAlertProps {
  error: unknown;
  onRetry?: () => void;
}

/** A refusal or a failure in the chosen language: sentences from the problem document, never a stack. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const text = useText();
  const words = useWords(commonWords);
  const problem = error instanceof ProblemError ? error.problem : null;
  const title = problem ? text(problem.title) : words.unexpected;
  const detail = problem?.detail ? text(problem.detail) : null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {detail && detail !== title && <div>{detail}</div>}
          {problem && problem.errors.length > 0 && (
            <ul className="problem-errors">
              {problem.errors.map((item, index) => (
                <li key={`${item.code}-${index}`}>
                  {item.field && <code>{item.field.replace(/^data\./, '')}</code>} {text(item.message)}
                </li>
              ))}
            </ul>
          )}
          {problem?.traceId && <small>{words.trace(problem.traceId)}</small>}
        </>
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {words.retry}
          </Button>
        )
      }
    />
  );
}
