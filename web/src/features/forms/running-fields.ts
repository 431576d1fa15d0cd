/** The fields of a running form by their path in the data: found on the page, written, judged again. */
import type { Form } from '@bpmn-io/form-js-viewer';
import type { ReportData } from '../../api/wire.js';
import type { RunningForm } from './form-aids/form-service.js';
import { isWithin, pathKey } from './field-path.js';

interface FieldInstance {
  id: string;
  valuePath: (string | number)[];
  /** Place in each list around it. */
  indexes?: Record<string, number>;
}

interface Validator {
  validateFieldInstance(instance: FieldInstance, value: unknown): string[];
}

/** Messages by field, those of a list's rows nested by their place. */
type Errors = Record<string, unknown>;

const instancesOf = (form: Form) =>
  form.get<{ getAllKeyed(): FieldInstance[] }>('formFieldInstanceRegistry').getAllKeyed();
const errorsOf = (form: Form) => form._getState().errors as Errors;

/** Errors of list rows are nested by index. */
export function hasErrors(errors: unknown): boolean {
  if (Array.isArray(errors)) return errors.some((error) => typeof error === 'string' || hasErrors(error));
  return typeof errors === 'object' && errors !== null && Object.values(errors).some(hasErrors);
}

interface ConditionChecker {
  applyConditions(data: ReportData, context: ReportData): ReportData;
}

/** As it would be sent: what a hidden part held before it was hidden is nobody's answer. */
export function answersOf(form: Form, filled: ReportData): ReportData {
  return form.get<ConditionChecker>('conditionChecker').applyConditions(filled, filled);
}

export function writeField(form: Form, path: string, value: unknown): boolean {
  const fieldInstance = instancesOf(form).find((instance) => pathKey(instance.valuePath) === path);
  if (!fieldInstance) return false;
  (form as unknown as RunningForm)._update({ fieldInstance, value });
  return true;
}

/** Puts the cursor into the field at this path, or into the first one inside of it. */
export function focusField(form: Form, container: HTMLElement, path: string): boolean {
  const instances = instancesOf(form);
  const found =
    instances.find((instance) => pathKey(instance.valuePath) === path) ??
    instances.find((instance) => isWithin(pathKey(instance.valuePath), path));
  const element = found && elementOf(form, container, found);
  if (!element) return false;
  element.scrollIntoView({ block: 'center', behavior: 'smooth' });
  element.focus({ preventScroll: true });
  return true;
}

/** Paths of the fields that show an error, in the order of the page. */
export function faultyFields(form: Form, container: HTMLElement): string[] {
  const errors = errorsOf(form);
  return instancesOf(form)
    .filter((instance) => hasErrors(placeOf(instance).reduce<unknown>(memberOf, errors)))
    .map((instance) => ({ path: pathKey(instance.valuePath), element: elementOf(form, container, instance) }))
    .sort((one, other) => (isBefore(one.element, other.element) ? -1 : 1))
    .map(({ path }) => path);
}

/** Judges these fields anew and leaves the others as they are; not the one that is being typed in, before it is left. */
export function judgeAgain(form: Form, container: HTMLElement, paths: ReadonlySet<string>): void {
  const { validateFieldInstance } = form.get<Validator>('validator');
  const { data } = form._getState();
  const errors = structuredClone(errorsOf(form));
  for (const instance of instancesOf(form)) {
    if (!paths.has(pathKey(instance.valuePath))) continue;
    if (elementOf(form, container, instance)?.matches(':focus')) continue;
    const found = validateFieldInstance(instance, instance.valuePath.reduce<unknown>(memberOf, data));
    put(errors, placeOf(instance), found.length > 0 ? found : undefined);
  }
  form._setState({ errors });
}

const placeOf = ({ id, indexes }: FieldInstance) => [id, ...Object.values(indexes ?? {})];
const memberOf = (holder: unknown, key: string | number) =>
  (holder as Record<string | number, unknown> | null | undefined)?.[key];

function put(errors: Errors, [key, ...rest]: (string | number)[], messages: string[] | undefined): void {
  if (rest.length === 0) errors[key!] = messages;
  else put((errors[key!] ??= {}) as Errors, rest, messages);
}

function elementOf(form: Form, container: HTMLElement, { id, indexes }: FieldInstance): HTMLElement | null {
  const rows = Object.values(indexes ?? {}).map((index) => `_${index}`);
  const domId = CSS.escape(['fjs-form', form._id, id].join('-') + rows.join(''));
  // A choice among several, or a day beside its hour, has elements of its own; what a list shows has no cursor.
  return (
    container.querySelector<HTMLElement>(`#${domId}`) ??
    container.querySelector<HTMLElement>(`[id^="${domId}-"]`)
  );
}

function isBefore(one: Element | null, other: Element | null): boolean {
  if (!one || !other) return one !== null;
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
