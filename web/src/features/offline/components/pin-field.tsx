import { Input } from 'antd';
import { useId } from 'react';
import './pin-fields.css';

interface PinFieldProps {
  label: string;
  value: string;
  fault?: string | null;
  onChange(value: string): void;
}

/** Digits that no browser offers to remember. */
export function PinField({ label, value, fault = null, onChange }: PinFieldProps) {
  const id = useId();
  return (
    <div className="pin-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={32}
        value={value}
        status={fault ? 'error' : ''}
        aria-invalid={fault !== null}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {fault && (
        <span id={`${id}-fault`} className="pin-fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
