/** How a model is drawn: flows that cross or run over each other, and flows through shapes. Warnings only. */
import { isA, many, one, type ModdleElement } from '../moddle.js';
import type { LintProblem } from './lint-problem.js';

interface Point {
  x: number;
  y: number;
}
interface Edge {
  id: string;
  source: string;
  target: string;
  points: Point[];
}
interface Shape {
  id: string;
  element: ModdleElement;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function lintLayout(resource: string, definitions: ModdleElement): LintProblem[] {
  const drawn = many(definitions, 'diagrams')
    .map((diagram) => one(diagram, 'plane'))
    .flatMap((plane) => (plane ? many(plane, 'planeElement') : []));
  const edges = drawn.flatMap(readEdge);
  const shapes = drawn.flatMap(readShape);
  const problems: LintProblem[] = [];
  const warn = (element: string, rule: string, id: string, en: string) =>
    problems.push({ resource, element, rule, severity: 'warning', message: { id, en } });

  edges.forEach((edge, index) => {
    for (const other of edges.slice(index + 1)) {
      if (!touch(edge, other)) continue;
      warn(
        edge.id,
        'no-crossing-flows',
        `Alur ${edge.id} bersilangan dengan ${other.id}`,
        `Flow ${edge.id} crosses ${other.id}`,
      );
    }
    for (const shape of shapes) {
      if (!isObstacle(shape, edge) || !segments(edge).some(([a, b]) => entersShape(a, b, shape))) continue;
      warn(
        edge.id,
        'no-flow-through-shape',
        `Alur ${edge.id} melewati ${shape.id}`,
        `Flow ${edge.id} runs through ${shape.id}`,
      );
    }
  });
  return problems;
}

function readEdge(drawn: ModdleElement): Edge[] {
  const element = one(drawn, 'bpmnElement');
  if (!isA(drawn, 'bpmndi:BPMNEdge') || !element) return [];
  const points = many(drawn, 'waypoint').map((point) => ({
    x: Number(point.get('x')),
    y: Number(point.get('y')),
  }));
  const end = (name: string) => one(element, name)?.id ?? '';
  return [{ id: element.id ?? '', source: end('sourceRef'), target: end('targetRef'), points }];
}

function readShape(drawn: ModdleElement): Shape[] {
  const element = one(drawn, 'bpmnElement');
  const bounds = isA(drawn, 'bpmndi:BPMNShape') ? one(drawn, 'bounds') : undefined;
  if (!element || !bounds) return [];
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bounds.get(name)));
  return [{ id: element.id ?? '', element, left: x!, right: x! + width!, top: y!, bottom: y! + height! }];
}

function segments({ points }: Edge): [Point, Point][] {
  return points.slice(1).map((point, index) => [points[index]!, point]);
}

/** Flows into the same element may join into one line; those out of one may part from it. */
function touch(a: Edge, b: Edge): boolean {
  const related = a.target === b.target || a.source === b.source;
  return segments(a).some(([p, q]) =>
    segments(b).some(([r, s]) => cross(p, q, r, s) || (!related && runAlong(p, q, r, s))),
  );
}

function side(a: Point, b: Point, c: Point): number {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
}

/** True when the inner points of both segments meet. */
function cross(p: Point, q: Point, r: Point, s: Point): boolean {
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

/** True when both lie on one line and share more than a point. */
function runAlong(p: Point, q: Point, r: Point, s: Point): boolean {
  if (side(p, q, r) !== 0 || side(p, q, s) !== 0) return false;
  const axis = p.x === q.x ? 'y' : 'x';
  const from = Math.max(Math.min(p[axis], q[axis]), Math.min(r[axis], s[axis]));
  const to = Math.min(Math.max(p[axis], q[axis]), Math.max(r[axis], s[axis]));
  return to - from > 1;
}

/** Pools, lanes, expanded sub-processes and the flow's own ends are no obstacles. */
function isObstacle(shape: Shape, edge: Edge): boolean {
  if (!isA(shape.element, 'bpmn:FlowNode') || isA(shape.element, 'bpmn:SubProcess')) return false;
  return shape.id !== edge.source && shape.id !== edge.target && !hosts(shape, edge);
}

/** A flow from a boundary event starts at the activity that it sits on. */
function hosts(shape: Shape, edge: Edge): boolean {
  const attached = many(shape.element, 'boundaryEventRefs').some((event) => event.id === edge.source);
  const sitsOnEnd = one(shape.element, 'attachedToRef')?.id;
  return attached || sitsOnEnd === edge.source || sitsOnEnd === edge.target;
}

function entersShape(a: Point, b: Point, shape: Shape): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return left < shape.right && right > shape.left && top < shape.bottom && bottom > shape.top;
}
