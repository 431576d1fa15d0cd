import './choice.css';

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange(value: string): void;
}

/** One of a few. The browser's own select, for every hand and reader. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      className="plain-select"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}
