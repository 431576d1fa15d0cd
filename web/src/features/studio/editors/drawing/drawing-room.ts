/** Room for what is put into a drawing without a hand that could look for it. */
import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Connection, Shape } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

export interface Point {
  x: number;
  y: number;
}

/** Between two steps, so that their flow can be seen. */
const GAP = 40;
const STEP_HEIGHT = 80;
/** From the corner of a step to the first event on its border, and from one to the next. */
const BORDER_STEP = 46;

/** In a level flow; one with corners has room in them. */
export function makeRoomFor(modeler: BpmnModeler, flow: Connection, shape: Shape): void {
  const { source, target } = flow as Connection & { source: Shape; target: Shape };
  const leavesAt = source.x + source.width;
  if (target.x < leavesAt || !isLevel(flow)) return;
  makeRoom(modeler, 'x', { from: target.x, missing: shape.width + 2 * GAP - (target.x - leavesAt) });
  // What is higher than a step: above its row, and below.
  const half = (shape.height - STEP_HEIGHT) / 2 + GAP;
  if (shape.height <= STEP_HEIGHT) return;
  makeRoom(modeler, 'y', { from: flow.waypoints[0]!.y - STEP_HEIGHT / 2, missing: half });
  makeRoom(modeler, 'y', { from: flow.waypoints[0]!.y + STEP_HEIGHT / 2 + GAP, missing: half });
}

/** At the lower end of a process or sub-process; answers the middle of what is to stand there. */
export function makeRoomAtEnd(modeler: BpmnModeler, scope: Shape, shape: Shape): Point {
  const bottom = scope.y + scope.height;
  makeRoom(modeler, 'y', { from: bottom, missing: shape.height + GAP });
  return { x: scope.x + GAP * 1.5 + shape.width / 2, y: bottom + (shape.height + GAP) / 2 };
}

/** The middle of its middle part. */
export function middleOf({ waypoints }: Connection): Point {
  const half = Math.floor(waypoints.length / 2);
  const [one, other] = [waypoints[half - 1]!, waypoints[half]!];
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** A point on the lower border, else on the upper one, where no event stands yet. */
export function freeBorder({ x, y, width, height, attachers }: Shape): Point {
  const taken = (attachers ?? []).map((event) => ({
    ...{ x: event.x + event.width / 2, y: event.y + event.height / 2 },
  }));
  const columns = Array.from({ length: Math.max(1, Math.floor(width / BORDER_STEP)) }, (_, index) => index);
  const points = [y + height, y].flatMap((border) =>
    columns.map((column) => ({ x: x + width - BORDER_STEP / 2 - column * BORDER_STEP, y: border })),
  );
  const isFree = (point: Point) =>
    taken.every((event) => Math.hypot(event.x - point.x, event.y - point.y) >= BORDER_STEP - 2);
  return points.find(isFree) ?? points[0]!;
}

const DIRECTION = { x: 'e', y: 's' } as const;

const isLevel = ({ waypoints }: Connection) => waypoints.every(({ y }) => y === waypoints[0]!.y);

/** Moves everything that stands right of `from` (or below it), whose lanes and pool grow with it. */
function makeRoom(
  modeler: BpmnModeler,
  axis: 'x' | 'y',
  { from, missing }: { from: number; missing: number },
): void {
  if (missing <= 0) return;
  const space = modeler.get<SpaceTool>('spaceTool');
  const root = modeler.get<Canvas>('canvas').getRootElement();
  const all = selfAndAllChildren([root as Shape]) as Shape[];
  // The library's types say a point; it compares a number.
  const by = missing as never;
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, axis, by, from - 1);
  space.makeSpace(movingShapes, resizingShapes, { x: 0, y: 0, [axis]: missing }, DIRECTION[axis], from - 1);
}
