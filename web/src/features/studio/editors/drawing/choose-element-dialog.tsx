import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { Form } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../../components/choice.js';
import { FormDialog } from '../../../../components/form-dialog.js';
import { useWords } from '../../../../i18n/language.js';
import { drawnElements, nameOf } from './places.js';
import { showElement } from './show-element.js';
import { drawingWords } from './words.js';

interface ChooseElementDialogProps {
  modeler: BpmnModeler;
  onClose(): void;
}

/** Whatever is drawn, by its name: its properties are shown, and the other tools change it. */
export function ChooseElementDialog({ modeler, onClose }: ChooseElementDialogProps) {
  const words = useWords(drawingWords);
  const elements = drawnElements(modeler.get<ElementRegistry>('elementRegistry')).sort(
    (one, other) => leftOf(one) - leftOf(other),
  );
  const [chosen, setChosen] = useState(elements[0]?.id ?? '');
  const show = () => {
    const element = elements.find(({ id }) => id === chosen);
    if (element) showElement(modeler, element);
    onClose();
  };
  return (
    <FormDialog title={words.choose} submit={words.choose} onClose={onClose} onFinish={show}>
      <Form.Item label={words.what}>
        <Choice
          label={words.what}
          value={chosen}
          options={elements.map((element) => [element.id, told(element)] as const)}
          onChange={setChosen}
        />
      </Form.Item>
    </FormDialog>
  );
}

function leftOf(element: Element): number {
  const [first] = 'waypoints' in element ? element.waypoints : [element as Shape];
  return first?.x ?? 0;
}

/** Flows have a name only where they are one of several: told by what they join. */
function told(element: Element): string {
  const { source, target } = element as Element & { source?: Element; target?: Element };
  const between = source && target && `${nameOf(source)} → ${nameOf(target)}`;
  const { name } = element.businessObject;
  const type = element.type.replace(/^bpmn:/, '').replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${between ? [name, between].filter(Boolean).join(': ') : nameOf(element)} (${type})`;
}
