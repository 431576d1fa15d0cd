/**
 * diagram-js feature: shows on a diagram where a case has been and where it is. It only reads the diagram and sets markers and
 * overlays, so it can be given a new path as often as the case moves.
 */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { Shape } from 'diagram-js/lib/model/Types';
import { groupBy } from '../../../collections/group-by.js';
import { takenFlows, type Flow, type Visit } from '../taken-flows.js';

export interface ShownPath {
  visits: Visit[];
  /** Element ids with an open incident. */
  incidents: string[];
  /** Words on the badges. */
  labels: { here: string; incident: string };
}

type Marker =
  | 'path-visited'
  | 'path-current'
  | 'path-cancelled'
  | 'path-incident'
  | 'path-taken'
  /** Sub-processes hold steps: only their frame is coloured. */
  | 'path-room-visited'
  | 'path-room-current';
const OVERLAY_TYPE = 'case-path';
/** Scale below which the names of steps can no longer be read. */
const READABLE = 0.7;

interface FlowBusinessObject {
  sourceRef?: { id: string };
  targetRef?: { id: string; $type: string };
}

export class CasePath {
  static $inject = ['canvas', 'elementRegistry', 'overlays'];

  #marked: [string, Marker][] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly elementRegistry: ElementRegistry,
    private readonly overlays: Overlays,
  ) {}

  show(path: ShownPath): void {
    this.clear();
    const byElement = groupBy(path.visits, (visit) => visit.element);
    for (const [element, visits] of byElement) this.#showStep(element, visits, path);
    for (const flow of takenFlows(this.#flows(), path.visits)) this.#mark(flow, 'path-taken');
    for (const element of path.incidents) this.#showIncident(element, path.labels.incident);
  }

  clear(): void {
    for (const [element, marker] of this.#marked)
      if (this.elementRegistry.get(element)) this.canvas.removeMarker(element, marker);
    this.#marked = [];
    this.overlays.remove({ type: OVERLAY_TYPE });
  }

  /** Elements where the token is, in words for whoever asks whether it moved. */
  get current(): string {
    return this.#marked
      .flatMap(([element, marker]) => (marker === 'path-current' ? [element] : []))
      .join(' ');
  }

  /**
   * Puts the step where the token is into the middle of the view, large enough to be read; a case that is nowhere on this
   * diagram (any more) is shown as a whole.
   */
  goToCurrent(): void {
    const places = this.#marked.flatMap(([element, marker]) => (marker === 'path-current' ? [element] : []));
    // Timers wait beside a task: the task is what a person looks for.
    const place = places.findLast((element) => this.#isActivity(element)) ?? places.at(-1);
    const shape = place ? (this.elementRegistry.get(place) as Shape | undefined) : undefined;
    if (!shape) {
      this.canvas.zoom('fit-viewport', { x: 0, y: 0 });
      return;
    }
    if (this.canvas.zoom() < READABLE) this.canvas.zoom(READABLE);
    const view = this.canvas.viewbox();
    this.canvas.viewbox({
      x: shape.x + shape.width / 2 - view.width / 2,
      y: shape.y + shape.height / 2 - view.height / 2,
      width: view.width,
      height: view.height,
    });
  }

  #showStep(element: string, visits: Visit[], path: ShownPath): void {
    if (!this.elementRegistry.get(element)) return;
    const isCurrent = visits.some((visit) => visit.end === null);
    if (this.#isRoom(element)) this.#mark(element, isCurrent ? 'path-room-current' : 'path-room-visited');
    else if (isCurrent) this.#mark(element, 'path-current');
    else this.#mark(element, visits.every((visit) => visit.cancelled) ? 'path-cancelled' : 'path-visited');
    if (isCurrent && this.#isActivity(element))
      this.#badge(element, { text: path.labels.here, kind: 'here', position: { top: -14, left: 8 } });
    if (visits.length > 1 && this.#isActivity(element))
      this.#badge(element, { text: `${visits.length}×`, kind: 'count', position: { bottom: 12, right: 22 } });
  }

  #showIncident(element: string, label: string): void {
    if (!this.elementRegistry.get(element)) return;
    this.#mark(element, 'path-incident');
    // Above the one that says where the token is: it is here, too.
    this.#badge(element, { text: `! ${label}`, kind: 'incident', position: { top: -36, left: 8 } });
  }

  #mark(element: string, marker: Marker): void {
    if (!this.elementRegistry.get(element)) return;
    this.canvas.addMarker(element, marker);
    this.#marked.push([element, marker]);
  }

  #badge(
    element: string,
    badge: {
      text: string;
      kind: string;
      position: { top?: number; left?: number; right?: number; bottom?: number };
    },
  ): void {
    const html = document.createElement('span');
    html.className = `path-badge path-badge-${badge.kind}`;
    html.textContent = badge.text;
    this.overlays.add(element, OVERLAY_TYPE, { position: badge.position, html });
  }

  #isRoom(element: string): boolean {
    return (this.elementRegistry.get(element) as { type?: string } | undefined)?.type === 'bpmn:SubProcess';
  }

  #isActivity(element: string): boolean {
    const shape = this.elementRegistry.get(element) as { type?: string } | undefined;
    return /Task$|CallActivity$/.test(shape?.type ?? '');
  }

  #flows(): Flow[] {
    const connections = this.elementRegistry.filter(
      (element) => (element as { type?: string }).type === 'bpmn:SequenceFlow',
    );
    return connections.flatMap((connection) => {
      const { sourceRef, targetRef } = (connection as unknown as { businessObject: FlowBusinessObject })
        .businessObject;
      if (!sourceRef || !targetRef) return [];
      const joinsAll = targetRef.$type === 'bpmn:ParallelGateway';
      return [{ id: connection.id, source: sourceRef.id, target: targetRef.id, joinsAll }];
    });
  }
}
