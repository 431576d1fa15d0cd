/** diagram-js feature: colours elements by how much of something they have, with the number beside them. It only reads the diagram. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';

export interface HeatMark {
  element: string;
  /** 1 (least) to 5 (most). */
  level: 1 | 2 | 3 | 4 | 5;
  /** The number, for those who see no colours. */
  text: string;
}

const OVERLAY_TYPE = 'heat';
/** Numbers shrink with the drawing down to this scale only. */
const READABLE = 0.7;

export class HeatMap {
  static $inject = ['canvas', 'elementRegistry', 'overlays'];

  #marked: [element: string, marker: string][] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly elementRegistry: ElementRegistry,
    private readonly overlays: Overlays,
  ) {}

  show(marks: readonly HeatMark[]): void {
    for (const [element, marker] of this.#marked) this.canvas.removeMarker(element, marker);
    this.overlays.remove({ type: OVERLAY_TYPE });
    this.#marked = marks.flatMap(({ element, level }): [string, string][] =>
      this.elementRegistry.get(element) ? [[element, `heat-${level}`]] : [],
    );
    for (const [element, marker] of this.#marked) this.canvas.addMarker(element, marker);
    for (const { element, text } of marks) this.#badge(element, text);
  }

  #badge(element: string, text: string): void {
    if (!this.elementRegistry.get(element)) return;
    const html = document.createElement('span');
    html.className = 'path-badge heat-badge';
    html.textContent = text;
    const position = { bottom: 10, left: 4 };
    this.overlays.add(element, OVERLAY_TYPE, { position, html, scale: { min: READABLE } });
  }
}

export const heatMapModule = { __init__: ['heatMap'], heatMap: ['type', HeatMap] };
