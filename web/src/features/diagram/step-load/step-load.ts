/** diagram-js feature: how many tokens stand at which element of a model now, and how many of them are in trouble. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';

export interface ElementLoad {
  element: string;
  count: number;
  incidents: number;
}

const OVERLAY_TYPE = 'step-load';

export class StepLoad {
  static $inject = ['canvas', 'elementRegistry', 'overlays'];

  #marked: [element: string, marker: string][] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly elementRegistry: ElementRegistry,
    private readonly overlays: Overlays,
  ) {}

  /** In place of what was shown before; elements that this diagram does not have are left out. */
  show(loads: readonly ElementLoad[]): void {
    this.#clear();
    for (const { element, count, incidents } of loads) {
      if (!this.elementRegistry.get(element)) continue;
      this.#mark(element, incidents > 0 ? 'path-incident' : 'path-current');
      if (count > 0)
        this.#badge(element, { text: String(count), kind: 'count', position: { top: -14, left: -8 } });
      if (incidents > 0)
        this.#badge(element, { text: `! ${incidents}`, kind: 'incident', position: { top: -14, right: 22 } });
    }
  }

  #clear(): void {
    for (const [element, marker] of this.#marked) this.canvas.removeMarker(element, marker);
    this.#marked = [];
    this.overlays.remove({ type: OVERLAY_TYPE });
  }

  #mark(element: string, marker: string): void {
    this.canvas.addMarker(element, marker);
    this.#marked.push([element, marker]);
  }

  #badge(
    element: string,
    badge: { text: string; kind: string; position: { top?: number; left?: number; right?: number } },
  ): void {
    const html = document.createElement('span');
    html.className = `load-badge load-badge-${badge.kind}`;
    html.textContent = badge.text;
    // Read from afar: on a diagram that is shown as a whole a badge keeps its size.
    this.overlays.add(element, OVERLAY_TYPE, { position: badge.position, scale: { min: 0.85 }, html });
  }
}
