import type { Text } from '@lampid/domain/rules/finding';

/** What a bundle is made of, as people speak of it. */
export type ChangedKind = 'file' | 'model' | 'element' | 'decision' | 'column' | 'rule' | 'form' | 'field';

/** `moved`: drawn or ordered differently, and nothing else. */
export type ChangeVerb = 'added' | 'removed' | 'changed' | 'moved';

export interface ChangeDetail {
  /** Where in the element, e.g. `camunda:topic`, `camunda:properties[status]`, `validate.required`, `inputs[ageDays]`. */
  path: string;
  label: Text;
  /** As written in the file; null: was not there. */
  before: string | null;
  after: string | null;
}

export interface BundleChange {
  /** File name inside the bundle. */
  file: string;
  kind: ChangedKind;
  /** BPMN element id, decision id, rule code (or id), field id; of a file its name. Unique in its file together with `kind` and `table`. */
  id: string;
  /** What people call it; the id where it has no name. */
  name: string;
  /** BPMN type (`userTask`), `input` or `output` of a column, type of a form field; null where there is only one. */
  type: string | null;
  /** Decision that a column or rule belongs to. */
  table: string | null;
  change: ChangeVerb;
  details: ChangeDetail[];
}
