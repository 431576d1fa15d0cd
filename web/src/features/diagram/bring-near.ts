/** Brings an element of a drawing before the eyes, large enough to be read. */
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { ElementLike } from 'diagram-js/lib/core/Types';

type Drawing = Pick<NavigatedViewer, 'get'>;

/** The least size at which the name of a step can be read. */
const READABLE = 0.75;
/** Keeps the element out from under what lies over the drawing. */
const MARGIN = 140;

export function bringNear(drawing: Drawing, element: ElementLike): void {
  const canvas = drawing.get<Canvas>('canvas');
  if (canvas.zoom() < READABLE) canvas.zoom(READABLE);
  canvas.scrollToElement(element as never, MARGIN);
}

/** Chooses it as well; nothing happens where the drawing has no such element. */
export function chooseNear(drawing: Drawing, id: string): void {
  const element = drawing.get<ElementRegistry>('elementRegistry').get(id);
  if (!element) return;
  drawing.get<Selection>('selection').select(element);
  bringNear(drawing, element);
}
