/** Where a new element can go into a drawing, told in the words of the drawing. */
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { is, isAny } from 'bpmn-js/lib/util/ModelUtil';
import type { Standing } from './element-kinds.js';

export interface Place {
  /** Of the flow that the element goes into, or of the element that it stands behind, on, in or below. */
  id: string;
  label: string;
}

type Branch = (name: string) => string;

/** In the order of the drawing. `newBranch` tells of one more way out of a gateway. */
export function placesFor(stands: Standing, registry: ElementRegistry, newBranch: Branch): Place[] {
  return drawnElements(registry)
    .flatMap((element) => placeAt(element, stands, newBranch))
    .sort((one, other) => one.at.x - other.at.x || one.at.y - other.at.y)
    .map(({ at: _, ...place }) => place);
}

/** The place that a chosen element stands for: its own, or the only flow that leaves it. */
export function placeOf(element: Element | undefined, places: readonly Place[]): string {
  if (!element) return '';
  const ids = [element.id, ...flowsFrom(element).map(({ id }) => id)];
  const fitting = ids.filter((id) => places.some((place) => place.id === id));
  return fitting[0] === element.id || fitting.length === 1 ? fitting[0]! : '';
}

/** Labels and the planes of closed sub-processes stand for elements that are there already. */
export function drawnElements(registry: ElementRegistry): Element[] {
  return (registry.getAll() as Element[]).filter(({ labelTarget, parent }) => parent && !labelTarget);
}

export function nameOf({ businessObject, id }: Element): string {
  return businessObject.name || id;
}

function placeAt(element: Element, stands: Standing, newBranch: Branch) {
  const here = (label: string) => [{ at: element as Shape, id: element.id, label }];
  if (stands === 'border') return takesBorderEvents(element) ? here(nameOf(element)) : [];
  if (stands === 'scope')
    return isAny(element, ['bpmn:Participant', 'bpmn:SubProcess']) ? here(nameOf(element)) : [];
  if (stands === 'lane')
    return isAny(element, ['bpmn:Participant', 'bpmn:Lane']) ? here(nameOf(element)) : [];
  if (is(element, 'bpmn:SequenceFlow')) return stands === 'flow' ? flowPlace(element as Connection) : [];
  if (is(element, 'bpmn:Gateway') && element.outgoing.length > 0) return here(newBranch(nameOf(element)));
  return mayBeFollowed(element) ? here(`${nameOf(element)} →`) : [];
}

function flowPlace(flow: Connection) {
  const by = flow.businessObject.name ? ` (${flow.businessObject.name})` : '';
  const { source, target } = flow as Connection & { source: Shape; target: Shape };
  return [{ at: source, id: flow.id, label: `${nameOf(source)} → ${nameOf(target)}${by}` }];
}

function takesBorderEvents({ businessObject }: Element): boolean {
  return (
    is(businessObject, 'bpmn:Activity') &&
    !businessObject.isForCompensation &&
    !businessObject.triggeredByEvent
  );
}

/** Associations count too: what undoes a step is behind its border event. */
function mayBeFollowed(element: Element): boolean {
  return (
    is(element, 'bpmn:FlowNode') &&
    !is(element, 'bpmn:EndEvent') &&
    !element.businessObject.triggeredByEvent &&
    !element.businessObject.isForCompensation &&
    element.outgoing.length === 0
  );
}

function flowsFrom({ outgoing }: Element): { id: string }[] {
  return outgoing.filter((connection) => is(connection, 'bpmn:SequenceFlow'));
}
