/** Puts a step made from a template into a drawing, as one change that one undo takes back. */
import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Parent, Shape } from 'bpmn-js/lib/model/Types';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type AutoPlace from 'diagram-js/lib/features/auto-place/AutoPlace';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';
import type { StepTemplate } from '../api/lint.js';

export interface NewStep {
  template: StepTemplate;
  name: string;
  /** Id of a flow or of a step that nothing follows. */
  place: string;
}

interface Templates {
  applyTemplate(element: Element, template: StepTemplate): Element;
}

interface AddedStep extends NewStep {
  added?: Element;
}

const COMMAND = 'studio.addStep';
/** Between two steps, so that their flow can be seen. */
const GAP = 40;

/** Once for each modeler. */
export function learnToAddSteps(modeler: BpmnModeler): void {
  const handler = {
    preExecute(context: AddedStep) {
      const { template, name, place } = context;
      const shape = modeler
        .get<ElementFactory>('elementFactory')
        .createShape({ type: template.appliesTo[0]! });
      const at = modeler.get<ElementRegistry>('elementRegistry').get(place) as Element;
      const placed = is(at, 'bpmn:SequenceFlow')
        ? insertInto(modeler, at as Connection, shape)
        : (modeler.get<AutoPlace>('autoPlace').append(at as Shape, shape) as Shape);
      modeler.get<Modeling>('modeling').updateProperties(placed, { name });
      context.added = applyTemplate(modeler, placed, template);
    },
    execute: () => [],
    revert: () => [],
  };
  modeler.get<CommandStack>('commandStack').register(COMMAND, handler as never);
}

/** Answers the new step. */
export function addStep(modeler: BpmnModeler, step: NewStep): Element {
  const context: AddedStep = { ...step };
  modeler.get<CommandStack>('commandStack').execute(COMMAND, context);
  return context.added!;
}

export function applyTemplate(modeler: BpmnModeler, element: Element, template: StepTemplate): Element {
  return modeler.get<Templates>('elementTemplates').applyTemplate(element, template);
}

function insertInto(modeler: BpmnModeler, flow: Connection, shape: Shape): Shape {
  const { source, target } = flow as Connection & { source: Shape; target: Shape };
  const leavesAt = source.x + source.width;
  if (target.x >= leavesAt && isLevel(flow))
    makeRoom(modeler, { from: target.x, missing: shape.width + 2 * GAP - (target.x - leavesAt) });
  const { waypoints } = flow;
  const half = Math.floor(waypoints.length / 2);
  const position = midOf(waypoints[half - 1]!, waypoints[half]!);
  return modeler.get<Modeling>('modeling').createShape(shape, position, flow as unknown as Parent) as Shape;
}

type Point = Connection['waypoints'][number];
const isLevel = ({ waypoints }: Connection) => waypoints.every(({ y }) => y === waypoints[0]!.y);
const midOf = (one: Point, other: Point) => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
});

/** Moves everything that stands right of `from`, whose lanes and pool grow with it. */
function makeRoom(modeler: BpmnModeler, { from, missing }: { from: number; missing: number }): void {
  if (missing <= 0) return;
  const space = modeler.get<SpaceTool>('spaceTool');
  const root = modeler.get<Canvas>('canvas').getRootElement();
  const all = selfAndAllChildren([root as Shape]) as Shape[];
  // The library's types say a point; it compares a number.
  const by = missing as never;
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', by, from - 1);
  space.makeSpace(movingShapes, resizingShapes, { x: missing, y: 0 }, 'e', from - 1);
}
