import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import type { Session } from '../../../api/wire.js';
import { useWords } from '../../../i18n/language.js';
import { offline } from '../offline.js';
import { offlineWords } from '../words.js';
import { PinField } from './pin-field.js';

interface UnlockFormProps {
  /** Null where nobody is known to be signed in. */
  username: string | null;
  onDone?: (officer: Session) => void;
}

/** Opens the officer's store with their PIN. How often it is tried cannot be limited without a server; each try takes its time. */
export function UnlockForm({ username, onDone }: UnlockFormProps) {
  const words = useWords(offlineWords);
  const id = useId();
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const who = username ?? name.trim().toLowerCase();
    if (who === '') return setFault(words.usernameMissing);
    setBusy(true);
    try {
      const opened = await offline.unlock(who, pin);
      setFault(opened ? null : words.pinWrong);
      if (opened) onDone?.(opened);
    } catch {
      setFault(words.storeFailed);
    } finally {
      setPin('');
      setBusy(false);
    }
  };
  return (
    <form className="pin-form" onSubmit={(event) => void onSubmit(event)}>
      {username === null && (
        <div className="pin-field">
          <label htmlFor={id}>{words.username}</label>
          <Input
            id={id}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
      )}
      <PinField label={words.pin} value={pin} fault={fault} onChange={setPin} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.unlock}
      </Button>
    </form>
  );
}
