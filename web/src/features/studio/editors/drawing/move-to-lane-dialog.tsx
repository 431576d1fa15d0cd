import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { Form } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../../components/choice.js';
import { FormDialog } from '../../../../components/form-dialog.js';
import { useWords } from '../../../../i18n/language.js';
import { drawnElements, nameOf } from './places.js';
import { showElement } from './show-element.js';
import { drawingWords } from './words.js';

interface MoveToLaneDialogProps {
  modeler: BpmnModeler;
  element: Shape;
  onClose(): void;
}

/** Another does the step: it stands in another lane. */
export function MoveToLaneDialog({ modeler, element, onClose }: MoveToLaneDialogProps) {
  const words = useWords(drawingWords);
  const lanes = lanesOf(modeler);
  const [chosen, setChosen] = useState(lanes[0]!.id);
  const move = () => {
    const lane = lanes.find(({ id }) => id === chosen)!;
    const y = lane.y + lane.height / 2 - (element.y + element.height / 2);
    modeler.get<Modeling>('modeling').moveElements([element], { x: 0, y });
    showElement(modeler, element);
    onClose();
  };
  return (
    <FormDialog title={words.move} submit={words.moveIt} onClose={onClose} onFinish={move}>
      <p>{nameOf(element)}</p>
      <Form.Item label={words.lane}>
        <Choice
          label={words.lane}
          value={chosen}
          options={lanes.map((lane) => [lane.id, nameOf(lane)] as const)}
          onChange={setChosen}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** Elements that stand in a lane by themselves: what lies in a sub-process or on a border moves with it. */
export function mayMove(element: Element | undefined, modeler: BpmnModeler): element is Shape {
  return (
    element !== undefined &&
    is(element, 'bpmn:FlowNode') &&
    !is(element, 'bpmn:BoundaryEvent') &&
    !is(element.parent!, 'bpmn:SubProcess') &&
    lanesOf(modeler).length > 0
  );
}

function lanesOf(modeler: BpmnModeler): Shape[] {
  const elements = drawnElements(modeler.get<ElementRegistry>('elementRegistry'));
  const lanes = elements.filter((element) => is(element, 'bpmn:Lane')) as Shape[];
  // Those that hold others are not where a step stands.
  return lanes.filter((lane) => !lanes.some(({ parent }) => parent === lane));
}
