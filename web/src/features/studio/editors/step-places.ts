/** Where a new step can go into a drawing, told in the words of the drawing. */
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from 'bpmn-js/lib/util/ModelUtil';

export interface StepPlace {
  /** Of the flow that the step goes into, or of the element that it follows. */
  id: string;
  label: string;
}

/** Every flow from one step to another, and every step that nothing follows yet, in the order of the drawing. */
export function stepPlaces(registry: ElementRegistry): StepPlace[] {
  // Labels and the planes of closed sub-processes stand for elements that are there already.
  const elements = (registry.getAll() as Element[]).filter(
    ({ labelTarget, parent }) => parent && !labelTarget,
  );
  const places = elements.flatMap((element) => {
    if (is(element, 'bpmn:SequenceFlow')) return [flowPlace(element as Connection)];
    return mayBeFollowed(element)
      ? [{ at: element as Shape, id: element.id, label: `${nameOf(element)} →` }]
      : [];
  });
  return places
    .sort((one, other) => one.at.x - other.at.x || one.at.y - other.at.y)
    .map(({ id, label }) => ({ id, label }));
}

/** The place that a chosen element stands for: its own, or the only flow that leaves it. */
export function placeOf(element: Element | undefined): string {
  if (!element) return '';
  if (is(element, 'bpmn:SequenceFlow') || mayBeFollowed(element)) return element.id;
  const [flow, other] = flowsFrom(element);
  return flow && !other ? flow.id : '';
}

function flowPlace(flow: Connection) {
  const by = flow.businessObject.name ? ` (${flow.businessObject.name})` : '';
  const { source, target } = flow as Connection & { source: Shape; target: Shape };
  return { at: source, id: flow.id, label: `${nameOf(source)} → ${nameOf(target)}${by}` };
}

function mayBeFollowed(element: Element): boolean {
  return (
    is(element, 'bpmn:FlowNode') &&
    !is(element, 'bpmn:EndEvent') &&
    !element.businessObject.triggeredByEvent &&
    !element.businessObject.isForCompensation &&
    flowsFrom(element).length === 0
  );
}

function flowsFrom({ outgoing }: Element): { id: string }[] {
  return outgoing.filter((connection) => is(connection, 'bpmn:SequenceFlow'));
}

function nameOf({ businessObject, id }: Element): string {
  return businessObject.name || id;
}
