import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useLine } from '../../../api/use-line.js';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { isOfflinePossible, useOffline } from '../offline.js';
import { offlineWords } from '../words.js';
import { SetUpForm } from './set-up-form.js';
import { UnlockForm } from './unlock-form.js';

/** Beside a report that is being filled in without a line: where it is kept, or what must be done so that it is. */
export function OfflineNote() {
  const words = useWords(offlineWords);
  const { username } = useOfficer();
  const isUp = useLine();
  const { officer, isSetUp } = useOffline();
  const [asking, setAsking] = useState(false);
  if (isUp) return null;
  if (!isOfflinePossible) return <Alert type="warning" showIcon title={words.insecure} />;
  if (officer) return <Alert type="info" showIcon title={words.noteOpen} />;
  const title = isSetUp ? words.unlock : words.setUp;
  const close = () => setAsking(false);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={
          <>
            {isSetUp ? words.noteLocked : words.noteNone}{' '}
            <Button size="small" onClick={() => setAsking(true)}>
              {title}
            </Button>
          </>
        }
      />
      {asking && (
        <Dialog title={title} onClose={close}>
          {isSetUp ? <UnlockForm username={username} onDone={close} /> : <SetUpForm onDone={close} />}
        </Dialog>
      )}
    </>
  );
}
