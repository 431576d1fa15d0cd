import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { bringNear } from '../../../diagram/bring-near.js';

/** Width of the palette with what is left and right of it. */
const PALETTE = 125;
/** Around the whole drawing. */
const INSET = 40;

/** Chooses the element and brings it before the eyes. */
export function showElement(modeler: BpmnModeler, element: Element): void {
  modeler.get<Selection>('selection').select(element);
  bringNear(modeler, element);
}

/** All of it, beside the palette that lies over the canvas. */
export function showWhole(modeler: BpmnModeler): void {
  const canvas = modeler.get<Canvas>('canvas');
  const { inner, outer } = canvas.viewbox();
  const free = outer.width - PALETTE;
  const scale = Math.min(1, free / (inner.width + INSET), outer.height / (inner.height + INSET));
  canvas.viewbox({
    x: inner.x - (INSET / 2 + PALETTE / scale),
    y: inner.y + inner.height / 2 - outer.height / scale / 2,
    ...{ width: outer.width / scale, height: outer.height / scale },
  });
}

/** Brings the event before the eyes with which a case begins: where a simulation is set off. */
export function showStart(modeler: BpmnModeler): void {
  const start = (modeler.get<ElementRegistry>('elementRegistry').getAll() as Element[]).find(
    (element) =>
      is(element, 'bpmn:StartEvent') &&
      !element.labelTarget &&
      is(element.businessObject.$parent, 'bpmn:Process'),
  );
  if (start) bringNear(modeler, start);
}
