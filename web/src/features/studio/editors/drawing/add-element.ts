/** Puts an element into a drawing, as one change that one undo takes back. */
import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Parent, Shape } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type AutoPlace from 'diagram-js/lib/features/auto-place/AutoPlace';
import type { StepTemplate } from '../../api/lint.js';
import { writeEnglishName } from '../english-name/write-english-name.js';
import { freeBorder, makeRoomAtEnd, makeRoomFor, middleOf } from './drawing-room.js';
import type { ElementKind, Standing } from './element-kinds.js';

export interface NewElement {
  kind: ElementKind;
  name: string;
  /** Empty: none yet. */
  englishName: string;
  /** Id of the flow or element that `placesFor` named. */
  place: string;
}

interface Templates {
  applyTemplate(element: Element, template: StepTemplate): Element;
}

interface AddedElement extends NewElement {
  added?: Element;
}

const COMMAND = 'studio.addElement';
/** From the left border of a sub-process to the event that it begins with. */
const INSET = 60;

/** Once for each modeler. */
export function learnToAddElements(modeler: BpmnModeler): void {
  const handler = {
    preExecute(context: AddedElement) {
      const { kind, name, englishName, place } = context;
      const at = modeler.get<ElementRegistry>('elementRegistry').get(place) as Element;
      const placed = PUT[kind.stands](modeler, at, kind);
      if (name) modeler.get<Modeling>('modeling').updateProperties(placed, { name });
      const added = kind.template ? applyTemplate(modeler, placed, kind.template) : placed;
      const drawing = {
        bpmnFactory: modeler.get<BpmnFactory>('bpmnFactory'),
        modeling: modeler.get<Modeling>('modeling'),
      };
      if (englishName)
        writeEnglishName(drawing, { element: added, named: getBusinessObject(added), name: englishName });
      context.added = added;
    },
    execute: () => [],
    revert: () => [],
  };
  modeler.get<CommandStack>('commandStack').register(COMMAND, handler as never);
}

/** Answers the new element. */
export function addElement(modeler: BpmnModeler, element: NewElement): Element {
  const context: AddedElement = { ...element };
  modeler.get<CommandStack>('commandStack').execute(COMMAND, context);
  return context.added!;
}

export function applyTemplate(modeler: BpmnModeler, element: Element, template: StepTemplate): Element {
  return modeler.get<Templates>('elementTemplates').applyTemplate(element, template);
}

type Put = (modeler: BpmnModeler, at: Element, kind: ElementKind) => Shape;

const PUT: Record<Standing, Put> = {
  flow: (modeler, at, kind) =>
    is(at, 'bpmn:SequenceFlow')
      ? insertInto(modeler, at as Connection, kind)
      : append(modeler, at as Shape, kind),
  end: (modeler, at, kind) => append(modeler, at as Shape, kind),
  border: (modeler, host, kind) =>
    modeler
      .get<Modeling>('modeling')
      .createShape(shapeOf(modeler, kind), freeBorder(host as Shape), host as Parent, {
        attach: true,
      }) as Shape,
  scope(modeler, scope, kind) {
    const shape = shapeOf(modeler, kind);
    const position = makeRoomAtEnd(modeler, scope as Shape, shape);
    return begun(
      modeler,
      modeler.get<Modeling>('modeling').createShape(shape, position, scope as Parent) as Shape,
    );
  },
  lane: (modeler, at) => modeler.get<Modeling>('modeling').addLane(at as Shape, 'bottom') as Shape,
};

function append(modeler: BpmnModeler, after: Shape, kind: ElementKind): Shape {
  return begun(modeler, modeler.get<AutoPlace>('autoPlace').append(after, shapeOf(modeler, kind)) as Shape);
}

function insertInto(modeler: BpmnModeler, flow: Connection, kind: ElementKind): Shape {
  const shape = shapeOf(modeler, kind);
  makeRoomFor(modeler, flow, shape);
  const placed = modeler
    .get<Modeling>('modeling')
    .createShape(shape, middleOf(flow), flow as unknown as Parent) as Shape;
  return begun(modeler, placed);
}

function shapeOf(modeler: BpmnModeler, { type, eventDefinitionType, triggeredByEvent }: ElementKind): Shape {
  return modeler.get<ElementFactory>('elementFactory').createShape({
    type,
    ...(eventDefinitionType && { eventDefinitionType }),
    ...(type === 'bpmn:SubProcess' && { isExpanded: true, triggeredByEvent }),
  });
}

/** A sub-process begins with an event, from which the rest of it is drawn. */
function begun(modeler: BpmnModeler, shape: Shape): Shape {
  if (!is(shape, 'bpmn:SubProcess')) return shape;
  const start = modeler.get<ElementFactory>('elementFactory').createShape({
    type: 'bpmn:StartEvent',
    ...(shape.businessObject.triggeredByEvent && { eventDefinitionType: 'bpmn:MessageEventDefinition' }),
  });
  const position = { x: shape.x + INSET, y: shape.y + shape.height / 2 };
  modeler.get<Modeling>('modeling').createShape(start, position, shape as Parent);
  return shape;
}
