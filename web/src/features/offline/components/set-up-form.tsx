import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { offline } from '../offline.js';
import { faultOfPin } from '../pin.js';
import { pinFaultWords } from '../pin-words.js';
import { offlineWords } from '../words.js';
import { PinField } from './pin-field.js';

/** Once per device and officer: a PIN, and the store that it closes. */
export function SetUpForm({ onDone }: { onDone?: () => void }) {
  const words = useWords(offlineWords);
  const faults = useWords(pinFaultWords);
  const toast = useToast();
  const officer = useOfficer();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<{ field: 'pin' | 'again'; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = faultOfPin(pin);
    if (wrong) return setFault({ field: 'pin', text: faults[wrong] });
    if (pin !== again) return setFault({ field: 'again', text: words.pinDiffers });
    setFault(null);
    setBusy(true);
    try {
      await offline.setUp(officer, pin);
      // Else the browser may clear it away when the disk runs full. Firefox asks the officer, who may answer later or never.
      void navigator.storage.persist().catch(() => undefined);
      toast.success(words.isSetUp);
      onDone?.();
    } catch {
      setFault({ field: 'pin', text: words.storeFailed });
    } finally {
      setBusy(false);
    }
  };
  const faultOf = (field: 'pin' | 'again') => (fault?.field === field ? fault.text : null);
  return (
    <form className="pin-form" onSubmit={(event) => void onSubmit(event)}>
      <PinField label={words.newPin} value={pin} fault={faultOf('pin')} onChange={setPin} />
      <PinField label={words.pinAgain} value={again} fault={faultOf('again')} onChange={setAgain} />
      <p className="soft">{words.protects}</p>
      <p className="soft">{words.forgotten}</p>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.setUp}
      </Button>
    </form>
  );
}
