/** Ways through a model that several rules take. */
import { NAMED_TYPES } from '@lampid/domain/english-name';
import { attribute, isA, many, one, type ModdleElement } from '../moddle.js';

/** Every element below (and with) this one, extension elements included. */
export function allElements(root: ModdleElement): ModdleElement[] {
  const found: ModdleElement[] = [];
  const visit = (element: ModdleElement): void => {
    found.push(element);
    for (const child of children(element)) visit(child);
  };
  visit(root);
  return found;
}

interface Described {
  $descriptor?: {
    isGeneric?: boolean;
    properties?: { name: string; isAttr?: boolean; isReference?: boolean; isMany?: boolean }[];
  };
  $children?: ModdleElement[];
}

function children(element: ModdleElement): ModdleElement[] {
  const { $descriptor, $children } = element as Described;
  if ($descriptor?.isGeneric) return $children ?? [];
  return ($descriptor?.properties ?? [])
    .filter((property) => !property.isAttr && !property.isReference)
    .flatMap((property) => {
      const value = element.get(property.name);
      return (Array.isArray(value) ? value : [value]).filter(isElement);
    });
}

/** Every text that stands in the element itself: attributes and body, references apart. */
export function textsOf(element: ModdleElement): string[] {
  const { $descriptor } = element as Described;
  const own = ($descriptor?.properties ?? [])
    .filter((property) => !property.isReference)
    .map((property) => element.get(property.name));
  const { $body } = element as { $body?: unknown };
  return [...own, ...Object.values(element.$attrs ?? {}), $body].filter((value) => typeof value === 'string');
}

/** The element itself or the nearest around it that has an id, which people can find. */
export function findable(element: ModdleElement): ModdleElement {
  let current = element;
  while (!current.id && current.$parent) current = current.$parent;
  return current;
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** Flow nodes directly in this process or sub-process. */
export function nodesOf(scope: ModdleElement): ModdleElement[] {
  return many(scope, 'flowElements').filter((element) => isA(element, 'bpmn:FlowNode'));
}

/** Flow nodes in this scope and in its sub-processes. */
export function allNodes(scope: ModdleElement): ModdleElement[] {
  return nodesOf(scope).flatMap((node) => [node, ...(isA(node, 'bpmn:SubProcess') ? allNodes(node) : [])]);
}

export function eventDefinition(event: ModdleElement, type: string): ModdleElement | undefined {
  return many(event, 'eventDefinitions').find((definition) => isA(definition, type));
}

/** Error code of an error event; null when it names none, undefined when it is no error event. */
export function errorCode(event: ModdleElement): string | null | undefined {
  const definition = eventDefinition(event, 'bpmn:ErrorEventDefinition');
  if (!definition) return undefined;
  const error = one(definition, 'errorRef');
  return error ? attribute(error, 'errorCode') : null;
}

export function boundaryEvents(host: ModdleElement): ModdleElement[] {
  const scope = host.$parent;
  if (!scope) return [];
  return nodesOf(scope).filter(
    (node) => isA(node, 'bpmn:BoundaryEvent') && one(node, 'attachedToRef') === host,
  );
}

/** The executable process that an element lies in. */
export function processOf(element: ModdleElement): ModdleElement | undefined {
  for (let current: ModdleElement | undefined = element; current; current = current.$parent)
    if (isA(current, 'bpmn:Process')) return current;
  return undefined;
}

/** Whether people read its name. */
export function isNamed(element: ModdleElement): boolean {
  return NAMED_TYPES.some((type) => isA(element, type));
}

/** Name for messages: the label that people see, else the id. */
export function nameOf(element: ModdleElement): string {
  return element.name || element.id || element.$type;
}
