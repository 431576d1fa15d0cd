import { Alert, Button, Card, Flex } from 'antd';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { offline, useOffline } from '../offline.js';
import { offlineWords } from '../words.js';
import { ChangePinForm } from './change-pin-form.js';
import { SetUpForm } from './set-up-form.js';
import { UnlockForm } from './unlock-form.js';

/** The officer's own store: not there yet, closed or open. */
export function StoreCard() {
  const words = useWords(offlineWords);
  const officer = useOfficer();
  const { isSetUp, pending, othersWait, officer: opener } = useOffline();
  return (
    <Card size="small" title={words.store}>
      <Flex vertical gap={12}>
        {opener ? (
          <>
            <span>{words.storeOpen(opener.name)}</span>
            <Flex gap={8} wrap>
              <Button onClick={() => offline.lock()}>{words.lock}</Button>
              <ChangePin />
              <Forget pending={pending} />
            </Flex>
          </>
        ) : isSetUp ? (
          <>
            <span>{words.storeLocked(pending)}</span>
            <UnlockForm username={officer.username} />
            <div>
              <Forget pending={pending} />
            </div>
          </>
        ) : (
          <>
            <span>{words.storeNone}</span>
            <SetUpForm />
          </>
        )}
        {othersWait && <Alert type="info" showIcon title={words.others} />}
      </Flex>
    </Card>
  );
}

function ChangePin() {
  const words = useWords(offlineWords);
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.changePin}</Button>
      {asking && (
        <Dialog title={words.changePin} onClose={close}>
          <ChangePinForm onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function Forget({ pending }: { pending: number }) {
  const words = useWords(offlineWords);
  return (
    <ConfirmButton
      label={words.forget}
      question={words.forgetConfirm(pending)}
      onConfirm={() => void offline.forget()}
    />
  );
}
