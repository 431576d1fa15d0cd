/**
 * XES (IEEE 1849-2016) as text, piece by piece. Elements stand in no namespace, as the schema of the standard declares them, and attributes are
 * not nested.
 */

export interface XesAttribute {
  type: 'string' | 'date' | 'int';
  key: string;
  /** A date is an ISO instant. */
  value: string | number;
}

export interface XesTrace {
  attributes: XesAttribute[];
  events: XesAttribute[][];
}

export interface XesHead {
  extensions: { name: string; prefix: string; uri: string }[];
  /** What every trace and every event has; the value stands for one that is not known. */
  globals: { trace: XesAttribute[]; event: XesAttribute[] };
  /** Which events are the same activity: keys of globals. */
  classifiers: { name: string; keys: string[] }[];
  attributes: XesAttribute[];
}

export const XES_END = '</log>\n';

export function xesHead({ extensions, globals, classifiers, attributes }: XesHead): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849.2016" xes.features="">',
    ...extensions.map(({ name, prefix, uri }) => `<extension${written({ name, prefix, uri })}/>`),
    ...(['trace', 'event'] as const).map(
      (scope) => `<global scope="${scope}">${globals[scope].map(attribute).join('')}</global>`,
    ),
    ...classifiers.map(({ name, keys }) => `<classifier${written({ name, keys: keys.join(' ') })}/>`),
    ...attributes.map(attribute),
    '',
  ].join('\n');
}

export function xesTrace({ attributes, events }: XesTrace): string {
  return [
    '<trace>',
    ...attributes.map(attribute),
    ...events.map((event) => `<event>${event.map(attribute).join('')}</event>`),
    '</trace>',
    '',
  ].join('\n');
}

function attribute({ type, key, value }: XesAttribute): string {
  return `<${type}${written({ key, value })}/>`;
}

function written(attributes: Record<string, string | number>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters and halves of characters have no place in XML 1.0, not even as references. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
    .replace(/[\t\n\r]/g, ' ')
    .replace(NOT_XML, '\uFFFD');
}

// eslint-disable-next-line no-control-regex -- these are what must not be written
const NOT_XML = /[\u0000-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
