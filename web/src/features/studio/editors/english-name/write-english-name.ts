/** The English name of an element in a drawing: an extension property of it, written so that one undo takes it back. */
import { ENGLISH_NAME } from '@lampid/domain/english-name';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element, Moddle } from 'bpmn-js/lib/model/Types';
import extension from 'camunda-bpmn-moddle/resources/camunda.json';

export interface Drawing {
  bpmnFactory: BpmnFactory;
  modeling: Modeling;
}

/** As the models spell the list of an element's own properties, and one of them. */
const LIST = `${String(extension['prefix'])}:Properties`;
const ONE = `${String(extension['prefix'])}:Property`;

type ModdleElement = Moddle & { get(name: string): unknown };

export function readEnglishName(named: Moddle): string {
  const properties = propertiesOf(named).find((property) => property.get('name') === ENGLISH_NAME);
  return (properties?.get('value') as string | undefined) ?? '';
}

/** `named` is what has the name: the element's own, or the process of a pool. An empty name takes it away. */
export function writeEnglishName(
  { bpmnFactory, modeling }: Drawing,
  { element, named, name }: { element: Element; named: Moddle; name: string },
): void {
  const make = (type: string, parent: Moddle, attributes: object): ModdleElement => {
    const made = bpmnFactory.create(type, attributes as Record<string, unknown>) as ModdleElement;
    made.$parent = parent;
    return made;
  };
  const others = extensionsOf(named).filter(({ $type }) => $type !== LIST);
  const kept = propertiesOf(named).filter((property) => property.get('name') !== ENGLISH_NAME);
  const extensionElements = make('bpmn:ExtensionElements', named, {});
  const container = make(LIST, extensionElements, {});
  const property = make(ONE, container, { name: ENGLISH_NAME, value: name });
  const properties = name ? [property, ...kept] : kept;
  for (const one of properties) one.$parent = container;
  for (const one of others) one.$parent = extensionElements;
  (container as unknown as { values: Moddle[] }).values = properties;
  const values = properties.length > 0 ? [container, ...others] : others;
  (extensionElements as unknown as { values: Moddle[] }).values = values;
  modeling.updateModdleProperties(element, named, {
    extensionElements: values.length > 0 ? extensionElements : undefined,
  });
}

function extensionsOf(named: Moddle): ModdleElement[] {
  const extensions = (named as ModdleElement).get('extensionElements') as ModdleElement | undefined;
  return (extensions?.get('values') as ModdleElement[] | undefined) ?? [];
}

function propertiesOf(named: Moddle): ModdleElement[] {
  return extensionsOf(named)
    .filter(({ $type }) => $type === LIST)
    .flatMap((properties) => (properties.get('values') as ModdleElement[] | undefined) ?? []);
}
