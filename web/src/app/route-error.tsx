import { Button, Flex } from 'antd';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { ProblemAlert } from '../components/problem-alert.js';
import { useLine } from '../api/use-line.js';
import { commonWords } from '../components/words.js';
import { useWords } from '../i18n/language.js';

/** A page that failed to load or to draw; the menu beside it goes on working. */
export function RouteError() {
  const words = useWords(commonWords);
  const error = useRouteError();
  const isUp = useLine();
  useEffect(() => console.error(error), [error]);
  return (
    <Flex vertical gap={12} style={{ padding: 24, maxWidth: 640 }}>
      <ProblemAlert error={error} />
      <p>{isUp ? words.unexpectedDetail : words.needsLine}</p>
      <div>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </div>
    </Flex>
  );
}
