/** Reads what one element of a moddle tree (BPMN or DMN) says, with everything inside of it that is no thing of its own. */
import { localType, type ModdleElement } from '../moddle.js';
import type { Facts } from './facts.js';
import { labelOf } from './labels.js';

interface Property {
  name: string;
  ns: { name: string };
  default?: unknown;
  isAttr?: boolean;
  isBody?: boolean;
  isMany?: boolean;
  isReference?: boolean;
  isVirtual?: boolean;
}

interface Described {
  $descriptor?: { isGeneric?: boolean; properties?: Property[] };
  $children?: ModdleElement[];
  $body?: string;
}

export interface ReadingOptions {
  /** Things of their own inside of this one: they are compared by themselves. */
  isOwnThing: (child: ModdleElement) => boolean;
  /** Properties that only repeat what others say, by their full name. */
  skipped: ReadonlySet<string>;
  /** Whether the id of an inner element means something: others refer to it. */
  keepsId: (element: ModdleElement) => boolean;
}

/** Inner elements that only hold others: they say nothing themselves and do not show in paths. */
const containers = new Set(['bpmn:ExtensionElements', 'dmn:ExtensionElements']);
/** Attributes that tell siblings of one type apart, the first that is there. */
const keys = ['name', 'target', 'key', 'businessKey', 'source'];

export function moddleFacts(element: ModdleElement, options: ReadingOptions): Facts {
  const facts: Facts = new Map();
  readInto(facts, element, '', options);
  return facts;
}

/** Every element inside of this one, itself first. */
export function innerElements(element: ModdleElement): ModdleElement[] {
  return [element, ...childrenOf(element).flatMap(({ child }) => innerElements(child))];
}

function readInto(facts: Facts, element: ModdleElement, path: string, options: ReadingOptions): void {
  readValues(facts, element, path, options);
  for (const [attribute, value] of Object.entries(element.$attrs ?? {}))
    if (!/^(xmlns(:|$)|xsi:)/.test(attribute)) put(facts, join(path, attribute), { value: String(value) });
  const inner = childrenOf(element).filter(
    ({ property, child }) =>
      !options.isOwnThing(child) && !(property && options.skipped.has(property.ns.name)),
  );
  const used = new Map<string, number>();
  for (const { property, child } of inner) {
    const segment = containers.has(child.$type) ? '' : segmentOf(property, child, element);
    const count = (used.get(segment) ?? 0) + 1;
    used.set(segment, count);
    const childPath = join(path, count > 1 ? `${segment}#${count}` : segment);
    const before = facts.size;
    readInto(facts, child, childPath, options);
    // Its being there is a statement too: a terminating end event has nothing else to say.
    if (segment !== '' && (facts.size === before || isTyped(property)) && !facts.has(childPath))
      put(facts, childPath, { value: typeName(child) });
  }
}

function readValues(facts: Facts, element: ModdleElement, path: string, options: ReadingOptions): void {
  const { $descriptor, $body } = element as Described;
  if ($descriptor?.isGeneric) {
    for (const [name, value] of Object.entries(element))
      if (!name.startsWith('$') && typeof value !== 'object')
        put(facts, join(path, name), { value: String(value) });
    if ($body?.trim()) put(facts, path, { value: $body.trim() });
    return;
  }
  for (const property of $descriptor?.properties ?? []) {
    if (property.isVirtual || options.skipped.has(property.ns.name)) continue;
    if (property.name === 'id' && (path === '' || !options.keepsId(element))) continue;
    const value = element.get(property.name);
    if (value === undefined || value === null || value === '' || isEmptyList(value)) continue;
    if (element.$type === 'camunda:Property' && property.name !== 'value') continue;
    // The attribute by which its path tells it apart from its siblings.
    if (keys.includes(property.name) && path.endsWith(`[${String(value)}]`)) continue;
    const where = isNameless(element, property) ? path : join(path, shortName(property, element));
    if (property.isReference) putReference(facts, where, value);
    else if (!containsElements(value))
      put(facts, where, {
        value: (Array.isArray(value) ? value : [value]).map(String).join(', ').trim(),
        isDefault: value === property.default,
      });
  }
}

function put(facts: Facts, path: string, fact: { value: string; shown?: string; isDefault?: boolean }): void {
  facts.set(path, { label: labelOf(path), ...fact });
}

function putReference(facts: Facts, path: string, value: unknown): void {
  const targets = (Array.isArray(value) ? value : [value]) as (ModdleElement | string)[];
  const id = (target: ModdleElement | string) =>
    typeof target === 'string' ? target : (target.id ?? typeName(target));
  const sorted = [...targets].sort((left, right) => (id(left) < id(right) ? -1 : 1));
  put(facts, path, { value: sorted.map(id).join(', '), shown: sorted.map(nameWithId).join(', ') });
}

/** `Periksa laporan (validate)`. */
export function nameWithId(target: ModdleElement | string): string {
  if (typeof target === 'string') return target;
  return target.name ? `${target.name} (${target.id})` : (target.id ?? typeName(target));
}

interface Child {
  /** Undefined for the content of an extension that is not known. */
  property: Property | undefined;
  child: ModdleElement;
}

function childrenOf(element: ModdleElement): Child[] {
  const { $descriptor, $children } = element as Described;
  if ($descriptor?.isGeneric) return ($children ?? []).map((child) => ({ property: undefined, child }));
  return ($descriptor?.properties ?? [])
    .filter((property) => !property.isReference && !property.isVirtual)
    .flatMap((property) => {
      const value = element.get(property.name);
      return (Array.isArray(value) ? value : [value]).filter(isElement).map((child) => ({ property, child }));
    });
}

/** A property of one element is called by its own name, one of many by what the element is and is called. */
function segmentOf(property: Property | undefined, child: ModdleElement, parent: ModdleElement): string {
  if (property && !property.isMany) return shortName(property, parent);
  if (child.$type === 'camunda:Property') return `[${read(child, 'name') ?? ''}]`;
  const key = keys.map((name) => read(child, name)).find((found) => found !== undefined);
  return key === undefined ? typeName(child) : `${typeName(child)}[${key}]`;
}

/** Text content, and the value of a named property, are what their path names. */
function isNameless(element: ModdleElement, property: Property): boolean {
  return property.isBody === true || (element.$type === 'camunda:Property' && property.name === 'value');
}

/** One of several types may stand there: which one is a statement. */
function isTyped(property: Property | undefined): boolean {
  return property?.name === 'loopCharacteristics' || property?.name === 'eventDefinitions';
}

function typeName(element: ModdleElement): string {
  const [prefix] = element.$type.split(':');
  const local = localType(element);
  return prefix === 'bpmn' || prefix === 'dmn' ? local : `${prefix}:${local}`;
}

/** Only what is foreign to its element shows its prefix: `camunda:topic` of a step, but `source` of a `camunda:In`. */
function shortName(property: Property, element: ModdleElement): string {
  const [prefix, local] = property.ns.name.split(':') as [string, string];
  return element.$type.startsWith(`${prefix}:`) || prefix === 'bpmn' || prefix === 'dmn'
    ? local
    : property.ns.name;
}

function join(path: string, segment: string): string {
  if (path === '' || segment === '') return path + segment;
  return segment.startsWith('[') ? path + segment : `${path}.${segment}`;
}

function read(element: ModdleElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function containsElements(value: unknown): boolean {
  return (Array.isArray(value) ? value : [value]).some((item) => typeof item === 'object');
}
