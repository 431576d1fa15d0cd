import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../components/choice.js';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import type { StepTemplate } from '../api/lint.js';
import { studioWords } from '../words.js';
import { addStep } from './add-step.js';
import { showElement } from './show-element.js';
import { placeOf, stepPlaces } from './step-places.js';
import { TemplateChoice } from './template-choice.js';

interface AddStepDialogProps {
  modeler: BpmnModeler;
  templates: readonly StepTemplate[];
  onClose(): void;
}

const FORM_ID = 'add-step';

/** A step from a template, into a flow of the drawing: what a hand does with the mouse, for every hand. */
export function AddStepDialog({ modeler, templates, onClose }: AddStepDialogProps) {
  const words = useWords(studioWords);
  const [places] = useState(() => stepPlaces(modeler.get<ElementRegistry>('elementRegistry')));
  const [place, setPlace] = useState(() => {
    const [chosen] = modeler.get<Selection>('selection').get() as Element[];
    return placeOf(chosen) || (places[0]?.id ?? '');
  });
  const [template, setTemplate] = useState(templates[0]);
  const [name, setName] = useState('');
  const add = () => {
    if (!template) return;
    const step = addStep(modeler, { template, place, name: name.trim() || template.name });
    showElement(modeler, step);
    onClose();
  };
  return (
    <Dialog
      title={words.addStep}
      onClose={onClose}
      actions={
        <Button type="primary" htmlType="submit" form={FORM_ID} disabled={!template || !place}>
          {words.add}
        </Button>
      }
    >
      <Form id={FORM_ID} layout="vertical" requiredMark={false} onFinish={add}>
        <Form.Item label={words.place}>
          <Choice
            label={words.place}
            value={place}
            options={places.map(({ id, label }) => [id, label] as const)}
            onChange={setPlace}
          />
        </Form.Item>
        <TemplateChoice templates={templates} chosen={template} onChoose={setTemplate} />
        <Form.Item label={words.stepName} htmlFor="step-name">
          <Input
            id="step-name"
            value={name}
            placeholder={template?.name}
            maxLength={100}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
