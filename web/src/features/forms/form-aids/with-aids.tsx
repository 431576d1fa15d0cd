/** @jsxImportSource preact */
// form-js renders with preact; so does what stands beside its fields.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FormAids } from './form-aids.js';
import { FamilyPicker } from './family-picker.js';
import { FieldRules } from './field-rules.js';
import { MemberPicker } from './member-picker.js';
import { PersonLookup } from './person-lookup.js';

/** What form-js hands to the component of a field. */
export interface FieldProps {
  field: {
    id: string;
    type: string;
    label?: string;
    dateLabel?: string;
    timeLabel?: string;
    properties?: Record<string, string>;
  };
  fieldInstance: { id: string; valuePath: (string | number)[] } | null;
  value: unknown;
  domId: string;
  readonly: boolean;
  disabled: boolean;
  onChange(update: { value: unknown }): void;
}

/** A form-js component with its configuration, which the form asks it for. */
export type FieldComponent = ComponentType<FieldProps> & { config: { type: string } };

/** The same field, and beside it the rules about it and what its `properties` ask for. */
export function withAids(Field: FieldComponent, aids: FormAids): FieldComponent {
  function FieldWithAids(props: FieldProps) {
    const [, redraw] = useState(0);
    useEffect(() => aids.subscribe(() => redraw((count) => count + 1)), []);
    const { properties = {} } = props.field;
    const Picker = props.field.type === 'dynamiclist' ? FamilyPicker : MemberPicker;
    const isOpen = !props.readonly && !props.disabled;
    const people = isOpen ? aids.people : null;
    return (
      <div class="field-with-aids">
        <Field {...props} />
        {isOpen && <FieldRules {...props} aids={aids} />}
        {people && properties['lookup'] === 'resident' && (
          <PersonLookup {...props} language={aids.language} people={people} />
        )}
        {people && properties['picker'] === 'family' && (
          <Picker {...props} language={aids.language} people={people} />
        )}
      </div>
    );
  }
  return Object.assign(FieldWithAids, { config: Field.config });
}
