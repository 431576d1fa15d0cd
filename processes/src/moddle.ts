/**
 * bpmn-moddle with the `camunda:` extension, behind the few types we use: the packages ship none for their entry points.
 */
import { createRequire } from 'node:module';
// @ts-expect-error the package declares no types for its entry point
import { BpmnModdle } from 'bpmn-moddle';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json') as {
  prefix: string;
  uri: string;
};

/** An element of the BPMN meta-model; properties are read by their BPMN names. */
export interface ModdleElement {
  $type: string;
  $parent?: ModdleElement;
  $attrs?: Record<string, string>;
  $instanceOf?: (type: string) => boolean;
  id?: string;
  name?: string;
  get(name: string): unknown;
}

export interface ParsedBpmn {
  definitions: ModdleElement;
  /** What could not be understood: unknown elements, references that lead nowhere. */
  warnings: {
    message: string;
    /** Of a reference that leads nowhere: who refers, by which property, to what id. */
    element?: ModdleElement;
    property?: string;
    value?: string;
  }[];
}

/** Knows the meta-model, and nothing of what it has read. */
const moddle = new BpmnModdle({ camunda });

/** Parses BPMN 2.0 XML. Rejects with a parser's error when it is no BPMN at all. */
export async function parseBpmn(xml: string): Promise<ParsedBpmn> {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  return { definitions: rootElement as ModdleElement, warnings };
}

/**
 * Another namespace that the prefix of the extension stands for in this model, or undefined. Such a model is read, but neither bpmn-moddle nor an
 * editor that is built on it can write it again.
 */
export function takenPrefix({ $attrs }: ModdleElement): { prefix: string; uri: string } | undefined {
  const { prefix } = camunda;
  const uri = $attrs?.[`xmlns:${prefix}`];
  return uri === undefined || uri === camunda.uri ? undefined : { prefix, uri };
}

/** `bpmn:ServiceTask` -> `serviceTask`. */
export function localType(element: ModdleElement): string {
  const name = element.$type.slice(element.$type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function isA(element: ModdleElement, type: string): boolean {
  return element.$instanceOf?.(type) ?? false;
}

/** A property that holds one element, or undefined. */
export function one(element: ModdleElement, property: string): ModdleElement | undefined {
  return (element.get(property) as ModdleElement | undefined) ?? undefined;
}

/** A property that holds many elements; empty when absent. */
export function many(element: ModdleElement, property: string): ModdleElement[] {
  return (element.get(property) as ModdleElement[] | undefined) ?? [];
}

/** An attribute such as `camunda:topic`, or null. */
export function attribute(element: ModdleElement, name: string): string | null {
  const value = element.get(name);
  return value === undefined || value === null || value === '' ? null : String(value);
}

/**
 * The element's `camunda:properties` as a record. An empty one is none: the modeler writes down every field of a template, also those that
 * nobody filled in.
 */
export function extensionProperties(element: ModdleElement): Record<string, string> {
  const values = many(one(element, 'extensionElements') ?? emptyElement, 'values');
  const pairs = values
    .filter((value) => value.$type === 'camunda:Properties')
    .flatMap((properties) => many(properties, 'values'))
    .map((property) => [attribute(property, 'name') ?? '', attribute(property, 'value') ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

const emptyElement: ModdleElement = { $type: 'none', get: () => undefined };
