/** What a bundle says to people in both languages, text by text, each with the place that its twin stands beside. */
import { ENGLISH_NAME } from '@lampid/domain/english-name';
import type { Text } from '@lampid/domain/rules/finding';
import { literalValue } from '@lampid/domain/rules/unary-tests';
import type { BundleResource } from '../bundle.js';
import { parseDmn } from '../dmn-moddle.js';
import { attribute, extensionProperties, isA, many, one, parseBpmn, type ModdleElement } from '../moddle.js';
import { allElements, isNamed } from './walk-model.js';

export interface BilingualText extends Text {
  resource: string;
  /** What the studio can show: an element, a decision or a rule of it, a field. */
  element: string;
  /** Decision that it belongs to. */
  table?: string;
  /** The same in every version of the file, and once in it. */
  key: string;
  /** What it is, to be named in a sentence. */
  what: Text;
}

type Said = Omit<BilingualText, 'resource'>;

/** Only for resources that can be read. A text that lacks one of the languages is there with an empty one. */
export async function bilingualTexts(resource: BundleResource): Promise<BilingualText[]> {
  return (await textsIn(resource)).map((text) => ({ resource: resource.name, ...text }));
}

async function textsIn({ name, content }: BundleResource): Promise<Said[]> {
  if (name.endsWith('.bpmn')) return allElements((await parseBpmn(content)).definitions).flatMap(ofElement);
  if (name.endsWith('.dmn'))
    return many((await parseDmn(content)).definitions, 'drgElement').flatMap(ofDecision);
  return (JSON.parse(content) as { components: Component[] }).components.flatMap(ofComponent);
}

function ofElement(element: ModdleElement): Said[] {
  if (!element.id || !isNamed(element)) return [];
  const { id } = element;
  const { [ENGLISH_NAME]: english = '', ...properties } = extensionProperties(element);
  const own = {
    element: id,
    key: id,
    what: { id: 'Nama', en: 'The name' },
    id: element.name ?? '',
    en: english,
  };
  const buttons = Object.entries(properties)
    .filter(([name]) => name.startsWith('label:'))
    .map(([name, label]) => {
      const [indonesian = '', en = ''] = label.split('|');
      const outcome = name.slice('label:'.length);
      const what = { id: `Tombol "${outcome}"`, en: `The button "${outcome}"` };
      return { element: id, key: `${id} ${name}`, what, id: indonesian.trim(), en: en.trim() };
    });
  return [own, ...buttons];
}

function ofDecision(decision: ModdleElement): Said[] {
  const logic = isA(decision, 'dmn:Decision') ? one(decision, 'decisionLogic') : undefined;
  const id = decision.id ?? '';
  const here = { element: id, table: id };
  const own: Said = {
    ...{ ...here, key: id, what: { id: 'Nama tabel', en: 'The name of the table' } },
    ...{ id: decision.name ?? '', en: decision.$attrs?.['lampid:nameEn'] ?? '' },
  };
  if (!logic || !isA(logic, 'dmn:DecisionTable')) return [own];
  const columns = many(logic, 'input').map((input) => {
    const compared = one(input, 'inputExpression')?.get('text');
    return {
      ...{ ...here, key: `${id} ${input.id}` },
      what: { id: `Judul kolom ${String(compared)}`, en: `The heading of ${String(compared)}` },
      ...{ id: attribute(input, 'label') ?? '', en: input.$attrs?.['lampid:labelEn'] ?? '' },
    };
  });
  return [own, ...columns, ...ofRules(id, logic)];
}

function ofRules(table: string, logic: ModdleElement): Said[] {
  const at = (output: string) => many(logic, 'output').findIndex(({ name }) => name === output);
  const places = { code: at('code'), id: at('msgId'), en: at('msgEn') };
  if (places.id < 0 || places.en < 0) return [];
  return many(logic, 'rule').map((rule) => {
    const cell = (place: number) => {
      const written = many(rule, 'outputEntry')[place]?.get('text');
      return typeof written === 'string' ? String(literalValue(written) ?? written.trim()) : '';
    };
    const code = cell(places.code);
    return {
      ...{
        element: rule.id ?? table,
        table,
        key: `${table} ${rule.id}`,
        id: cell(places.id),
        en: cell(places.en),
      },
      what: { id: `Pesan aturan ${code}`, en: `The message of rule ${code}` },
    };
  });
}

interface Component {
  id: string;
  key?: string;
  label?: string;
  description?: string;
  text?: string;
  values?: { value: unknown; label?: string }[];
  properties?: Record<string, string>;
  components?: Component[];
}

function ofComponent(component: Component): Said[] {
  const { id: element, key: name = element, properties = {}, values = [], components = [] } = component;
  const said = (place: string, what: Text, indonesian: string | undefined): Said => ({
    ...{
      element,
      key: `${element} ${place}`,
      what,
      id: indonesian ?? '',
      en: properties[`${place}:en`] ?? '',
    },
  });
  return [
    said('label', { id: `Label "${name}"`, en: `The label of "${name}"` }, component.label),
    said(
      'description',
      { id: `Keterangan "${name}"`, en: `The description of "${name}"` },
      component.description,
    ),
    said('text', { id: 'Teks', en: 'The text' }, component.text),
    ...values.map(({ value, label }) =>
      said(
        `option:${String(value)}`,
        { id: `Pilihan "${String(value)}" dari "${name}"`, en: `The choice "${String(value)}" of "${name}"` },
        label,
      ),
    ),
    ...components.flatMap(ofComponent),
  ];
}
