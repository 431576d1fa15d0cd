/** Reads a form-js schema as data: which field stands at which path, under which label and heading. Pure. */
import type { FormSchema } from '../../api/wire.js';

export interface FieldOption {
  value: string | number | boolean;
  label: string;
}

export interface FormFieldInfo {
  kind: 'field';
  /** Path of keys from the nearest list, or from the top. */
  path: string[];
  label: string;
  type: string;
  subtype: string | null;
  /** Stands behind the value: `gram`. */
  unit: string | null;
  options: FieldOption[];
}

export interface FormListInfo {
  kind: 'list';
  path: string[];
  label: string;
  items: FormItemInfo[];
}

export interface FormGroupInfo {
  kind: 'group';
  label: string;
  items: FormItemInfo[];
}

export type FormItemInfo = FormFieldInfo | FormListInfo | FormGroupInfo;

interface Component {
  type?: string;
  subtype?: string;
  key?: string;
  path?: string;
  label?: string;
  dateLabel?: string;
  timeLabel?: string;
  text?: string;
  values?: FieldOption[];
  appearance?: { suffixAdorner?: string };
  components?: Component[];
  properties?: Record<string, string>;
}

const WITHOUT_DATA = new Set(['text', 'html', 'image', 'separator', 'spacer', 'button', 'iframe', 'table']);

export function formFields(schema: FormSchema): FormItemInfo[] {
  return items((schema.components ?? []) as Component[], []);
}

function items(components: Component[], prefix: string[]): FormItemInfo[] {
  return components.flatMap((component) => item(component, prefix));
}

function splitPath(path: string | undefined): string[] {
  return (path ?? '').split('.').filter((part) => part !== '');
}

function item(component: Component, prefix: string[]): FormItemInfo[] {
  const { type = '' } = component;
  const label = plainLabel(component);
  if (type === 'group') {
    const inner = items(component.components ?? [], [...prefix, ...splitPath(component.path)]);
    return inner.length === 0 ? [] : [{ kind: 'group', label, items: inner }];
  }
  if (type === 'dynamiclist')
    return [
      {
        kind: 'list',
        path: [...prefix, ...splitPath(component.path)],
        label,
        items: items(component.components ?? [], []),
      },
    ];
  if (WITHOUT_DATA.has(type) || !component.key) return [];
  return [
    {
      kind: 'field',
      path: [...prefix, ...splitPath(component.key)],
      label: label || component.key,
      type,
      subtype: component.subtype ?? null,
      unit: sayable(component.appearance?.suffixAdorner),
      options: component.values ?? [],
    },
  ];
}

/** Labels may hold Markdown emphasis; expressions (`=...`) cannot be said without the form's data. */
function plainLabel(component: Component): string {
  const label = component.label ?? component.dateLabel ?? component.timeLabel ?? '';
  return label.startsWith('=') ? '' : label.replace(/[*_`#]/g, '').trim();
}

/** Not an expression (`=...`), which cannot be said without the form's data. */
const sayable = (text: string | undefined) => (text && !text.startsWith('=') ? text : null);

/** Label of the field at a data path such as `child.name` or `movers.0.nik`, or null when the form does not ask for it. */
export function labelOfPath(infos: readonly FormItemInfo[], path: string): string | null {
  const keys = path.split('.');
  return findLabel(infos, keys);
}

/** Of a path that the form does not ask for, such as one that a machine sent: the label of what it lies in. */
export function nearestLabel(infos: readonly FormItemInfo[], path: string): string | null {
  const keys = path.split('.');
  for (let length = keys.length; length > 0; length--) {
    const label = labelOfPath(infos, keys.slice(0, length).join('.'));
    if (label !== null) return label;
  }
  return null;
}

function findLabel(infos: readonly FormItemInfo[], keys: string[]): string | null {
  let shallow: string | null = null;
  for (const info of infos) {
    if (info.kind === 'group') {
      const inner = findLabel(info.items, keys);
      if (inner) return info.label && !inner.includes(info.label) ? `${info.label}: ${inner}` : inner;
      // A finding about the whole person or address stands under the heading of its fields.
      if (info.label && groupHolds(info, keys)) shallow ??= info.label;
      continue;
    }
    if (!startsWith(keys, info.path)) continue;
    const rest = keys.slice(info.path.length);
    if (info.kind === 'field') return info.label;
    if (rest.length === 0) return info.label;
    const place = `${info.label} ${Number(rest[0]) + 1}`;
    const inner = findLabel(info.items, rest.slice(1));
    return inner ? `${place}: ${inner}` : place;
  }
  return shallow;
}

function groupHolds(group: FormGroupInfo, keys: string[]): boolean {
  return group.items.some((info) => {
    if (info.kind === 'group') return groupHolds(info, keys);
    return info.path.length > keys.length && startsWith(info.path, keys);
  });
}

function startsWith(keys: readonly string[], beginning: readonly string[]): boolean {
  return beginning.length <= keys.length && beginning.every((key, index) => keys[index] === key);
}

/** Top-level keys that the form itself fills. */
export function topLevelKeys(infos: readonly FormItemInfo[]): Set<string> {
  return new Set(
    infos.flatMap((info) =>
      info.kind === 'group' ? [...topLevelKeys(info.items)] : info.path[0] ? [info.path[0]] : [],
    ),
  );
}
