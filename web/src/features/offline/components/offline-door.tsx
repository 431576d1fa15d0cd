import { Alert, Button, Card, Flex } from 'antd';
import { useEffect } from 'react';
import type { Session } from '../../../api/wire.js';
import { ProblemError } from '../../../api/problem.js';
import { commonWords } from '../../../components/words.js';
import { useText, useWords } from '../../../i18n/language.js';
import { ProductMark } from '../../../layout/product-mark.js';
import { isOfflinePossible, offline, useOffline } from '../offline.js';
import { offlineWords } from '../words.js';
import { UnlockForm } from './unlock-form.js';
import './offline-door.css';

interface OfflineDoorProps {
  error: Error;
  /** Asks the server again who is signed in; that also happens by itself once it answers. */
  onRetry(): void;
  onOpened(officer: Session): void;
}

/** In place of every page while nobody can say who is signed in: the PIN of a sealed store says it too. */
export default function OfflineDoor({ error, onRetry, onOpened }: OfflineDoorProps) {
  const words = useWords(offlineWords);
  const common = useWords(commonWords);
  const text = useText();
  const { isLoaded, isAnySetUp } = useOffline();
  useEffect(() => void offline.setOfficer(null), []);
  return (
    <div className="offline-door">
      <header className="offline-door-head">
        <ProductMark />
      </header>
      <main className="offline-door-main">
        <Card
          title={
            <h1 className="offline-door-title">
              {error instanceof ProblemError ? text(error.problem.title) : common.unexpected}
            </h1>
          }
        >
          <Flex vertical gap={16}>
            {isOfflinePossible && isLoaded && isAnySetUp && (
              <>
                <span>{words.doorLead}</span>
                <UnlockForm username={null} onDone={onOpened} />
              </>
            )}
            {isOfflinePossible && isLoaded && !isAnySetUp && (
              <Alert type="info" showIcon title={words.doorNone} />
            )}
            <div>
              <Button onClick={onRetry}>{common.retry}</Button>
            </div>
            {!isOfflinePossible && <Alert type="warning" showIcon title={words.insecure} />}
          </Flex>
        </Card>
      </main>
    </div>
  );
}
