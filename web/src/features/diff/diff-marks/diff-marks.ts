/** diagram-js feature: marks on one diagram what came, went, changed or moved. It only sets markers and overlays. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { Connection, Shape } from 'diagram-js/lib/model/Types';
import { SIGNS } from '../signs.js';
import type { ChangeVerb } from '../api/comparison.js';

const OVERLAY_TYPE = 'diff-marks';
const CHOSEN = 'diff-chosen';
/** Scale below which the names of steps can no longer be read. */
const READABLE = 0.6;

export class DiffMarks {
  static $inject = ['canvas', 'elementRegistry', 'overlays'];

  #marked: [id: string, marker: string][] = [];
  #chosen: string | null = null;

  constructor(
    private readonly canvas: Canvas,
    private readonly elementRegistry: ElementRegistry,
    private readonly overlays: Overlays,
  ) {}

  show(verbs: ReadonlyMap<string, ChangeVerb>): void {
    for (const [id, marker] of this.#marked) this.canvas.removeMarker(id, marker);
    this.#marked = [];
    this.overlays.remove({ type: OVERLAY_TYPE });
    for (const [id, verb] of verbs) this.#mark(id, verb);
  }

  /** Frames the element and brings it into the middle of the view; null frames nothing. */
  choose(id: string | null): void {
    if (this.#chosen && this.elementRegistry.get(this.#chosen))
      this.canvas.removeMarker(this.#chosen, CHOSEN);
    this.#chosen = id;
    const element =
      id === null ? undefined : (this.elementRegistry.get(id) as Shape | Connection | undefined);
    if (!element) return;
    this.canvas.addMarker(element.id, CHOSEN);
    if (this.canvas.zoom() < READABLE) this.canvas.zoom(READABLE);
    const view = this.canvas.viewbox();
    const { x, y } = middleOf(element);
    this.canvas.viewbox({
      x: x - view.width / 2,
      y: y - view.height / 2,
      width: view.width,
      height: view.height,
    });
  }

  #mark(id: string, verb: ChangeVerb): void {
    const element = this.elementRegistry.get(id) as Shape | Connection | undefined;
    if (!element) return;
    const marker = `diff-${verb}`;
    this.canvas.addMarker(id, marker);
    this.#marked.push([id, marker]);
    const html = document.createElement('span');
    html.className = `diff-badge diff-badge-${verb}`;
    html.textContent = SIGNS[verb];
    this.overlays.add(id, OVERLAY_TYPE, { position: badgePlace(element), html });
  }
}

/** At the corner of a shape, at the middle of a line. */
function badgePlace(element: Shape | Connection): { top: number; left: number } {
  if (!isLine(element)) return { top: -10, left: -8 };
  const x = Math.min(...element.waypoints.map((point) => point.x));
  const y = Math.min(...element.waypoints.map((point) => point.y));
  const middle = middleOf(element);
  return { top: middle.y - y - 9, left: middle.x - x - 9 };
}

function middleOf(element: Shape | Connection): Point {
  if (!isLine(element)) return { x: element.x + element.width / 2, y: element.y + element.height / 2 };
  const last = element.waypoints.length - 1;
  // An odd number of points has one in the middle: both are it.
  const [from, to] = [element.waypoints[Math.floor(last / 2)]!, element.waypoints[Math.ceil(last / 2)]!];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

interface Point {
  x: number;
  y: number;
}

function isLine(element: Shape | Connection): element is Connection & { waypoints: Point[] } {
  return 'waypoints' in element;
}
