/** form-js feature: puts the aids beside every field that somebody fills in. */
import type { FormAids } from './form-aids.js';
import { withAids, type FieldComponent } from './with-aids.js';
import './form-aids.css';

const FILLED_IN = [
  'textfield',
  'textarea',
  'number',
  'select',
  'radio',
  'datetime',
  'checkbox',
  'dynamiclist',
];

interface FormFields {
  get(type: string): FieldComponent | undefined;
  register(type: string, component: FieldComponent): void;
}

export class FieldAids {
  static $inject = ['formFields', 'config.aids'];

  constructor(formFields: FormFields, aids: FormAids | null) {
    if (!aids) return;
    for (const type of FILLED_IN) {
      const field = formFields.get(type);
      if (field) formFields.register(type, withAids(field, aids));
    }
  }
}

export const fieldAidsModule = {
  __init__: ['fieldAids'],
  fieldAids: ['type', FieldAids],
};
