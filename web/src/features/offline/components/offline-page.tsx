import { Alert, Card, Flex } from 'antd';
import { useLine } from '../../../api/use-line.js';
import { LabelTag } from '../../../components/label-tag.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { Page } from '../../../components/page.js';
import { useWords } from '../../../i18n/language.js';
import { isOfflinePossible, useOffline } from '../offline.js';
import { offlineWords } from '../words.js';
import { QueueCard } from './queue-card.js';
import { StoreCard } from './store-card.js';

/** Everything about working without a line: the store, the queue, what it protects against and what it cannot do. */
export function OfflinePage() {
  const words = useWords(offlineWords);
  const isUp = useLine();
  const { isLoaded, isSetUp } = useOffline();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<LabelTag tone={isUp ? 'good' : 'wait'}>{isUp ? words.lineUp : words.lineDown}</LabelTag>}
    >
      {!isOfflinePossible ? (
        <Alert type="warning" showIcon title={words.insecure} />
      ) : !isLoaded ? (
        <LoadingLines />
      ) : (
        <Flex vertical gap={16}>
          <StoreCard />
          {isSetUp && <QueueCard />}
          <Card size="small" title={words.needs}>
            <p>{words.needsText}</p>
            <p className="soft">{words.keptText}</p>
          </Card>
        </Flex>
      )}
    </Page>
  );
}
