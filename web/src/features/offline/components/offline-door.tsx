import { Alert, Card, Flex } from 'antd';
import { useEffect } from 'react';
import { useLine } from '../../../api/use-line.js';
import type { Session } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { ProductMark } from '../../../layout/product-mark.js';
import { isOfflinePossible, offline, useOffline } from '../offline.js';
import { offlineWords } from '../words.js';
import { UnlockForm } from './unlock-form.js';
import './offline-door.css';

interface OfflineDoorProps {
  error: Error;
  /** Asks the server again who is signed in. */
  onRetry(): void;
  onOpened(officer: Session): void;
}

/** In place of every page while nobody can say who is signed in: the PIN of a sealed store says it too. */
export default function OfflineDoor({ error, onRetry, onOpened }: OfflineDoorProps) {
  const words = useWords(offlineWords);
  const isUp = useLine();
  const { isLoaded, isAnySetUp } = useOffline();
  useEffect(() => void offline.setOfficer(null), []);
  useEffect(() => {
    if (isUp) onRetry();
  }, [isUp, onRetry]);
  return (
    <div className="offline-door">
      <header className="offline-door-head">
        <ProductMark />
      </header>
      <main className="offline-door-main">
        <Card title={<h1 className="offline-door-title">{words.door}</h1>}>
          <Flex vertical gap={16}>
            <ProblemAlert error={error} onRetry={onRetry} />
            {isOfflinePossible && isLoaded && isAnySetUp && (
              <>
                <span>{words.doorLead}</span>
                <UnlockForm username={null} onDone={onOpened} />
              </>
            )}
            {isOfflinePossible && isLoaded && !isAnySetUp && (
              <Alert type="info" showIcon title={words.doorNone} />
            )}
            {!isOfflinePossible && <Alert type="warning" showIcon title={words.insecure} />}
          </Flex>
        </Card>
      </main>
    </div>
  );
}
