import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { changePin } from '../offline.js';
import { faultOfPin } from '../pin.js';
import { pinFaultWords } from '../pin-words.js';
import { offlineWords } from '../words.js';
import { PinField } from './pin-field.js';

type Field = 'old' | 'next' | 'again';

/** Another PIN for the store that is open: the present one is asked first, for whoever sits at an open window is not always its officer. */
export function ChangePinForm({ onDone }: { onDone(): void }) {
  const words = useWords(offlineWords);
  const faults = useWords(pinFaultWords);
  const toast = useToast();
  const [pins, setPins] = useState<Record<Field, string>>({ old: '', next: '', again: '' });
  const [fault, setFault] = useState<{ field: Field; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = faultOfPin(pins.next);
    if (wrong) return setFault({ field: 'next', text: faults[wrong] });
    if (pins.next === pins.old) return setFault({ field: 'next', text: words.pinSame });
    if (pins.next !== pins.again) return setFault({ field: 'again', text: words.pinDiffers });
    setFault(null);
    setBusy(true);
    try {
      if (!(await changePin(pins))) return setFault({ field: 'old', text: words.oldPinWrong });
      toast.success(words.pinChanged);
      onDone();
    } catch {
      setFault({ field: 'next', text: words.storeFailed });
    } finally {
      setBusy(false);
    }
  };
  const field = (name: Field, label: string) => (
    <PinField
      label={label}
      value={pins[name]}
      fault={fault?.field === name ? fault.text : null}
      onChange={(value) => setPins((before) => ({ ...before, [name]: value }))}
    />
  );
  return (
    <form className="pin-form" onSubmit={(event) => void onSubmit(event)}>
      {field('old', words.oldPin)}
      {field('next', words.newPin)}
      {field('again', words.pinAgain)}
      <p className="soft">{words.pinChanges}</p>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.changePin}
      </Button>
    </form>
  );
}
