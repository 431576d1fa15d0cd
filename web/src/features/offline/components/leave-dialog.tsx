import { Button } from 'antd';
import { useLine } from '../../../api/use-line.js';
import { commonWords } from '../../../components/words.js';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import { offline, useOffline } from '../offline.js';
import { offlineWords } from '../words.js';

/** Before signing out with something on the device, or without a line to sign out on. */
export default function LeaveDialog({ onClose }: { onClose(): void }) {
  const words = useWords(offlineWords);
  const common = useWords(commonWords);
  const isUp = useLine();
  const { pending } = useOffline();
  const onLeave = () => {
    offline.lock();
    // Without a line the page itself forgets who was here; the door asks for the PIN.
    window.location.assign(isUp ? '/auth/logout' : '/');
  };
  return (
    <Dialog
      title={isUp ? words.signOutTitle : words.signOutOffline}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="primary" onClick={onLeave}>
            {isUp ? words.signOutAnyway : words.lockAndLeave}
          </Button>
        </>
      }
    >
      {pending > 0 && <p>{words.signOutText(pending)}</p>}
      {!isUp && <p>{words.signOutOfflineText}</p>}
    </Dialog>
  );
}
