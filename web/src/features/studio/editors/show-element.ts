import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type Selection from 'diagram-js/lib/features/selection/Selection';

/** The least size at which the name of a step can be read. */
const READABLE = 0.75;
/** Keeps the element out from under the palette and the buttons over the drawing. */
const MARGIN = 140;

/** Chooses the element and brings it before the eyes, large enough to be read. */
export function showElement(modeler: BpmnModeler, element: Element): void {
  const canvas = modeler.get<Canvas>('canvas');
  modeler.get<Selection>('selection').select(element);
  if (canvas.zoom() < READABLE) canvas.zoom(READABLE);
  canvas.scrollToElement(element as never, MARGIN);
}
