import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../../components/choice.js';
import { FormDialog } from '../../../../components/form-dialog.js';
import { useText, useWords } from '../../../../i18n/language.js';
import type { StepTemplate } from '../../api/lint.js';
import { addElement } from './add-element.js';
import { elementKinds } from './element-kinds.js';
import { placeOf, placesFor } from './places.js';
import { showElement } from './show-element.js';
import { drawingWords } from './words.js';

interface AddElementDialogProps {
  modeler: BpmnModeler;
  templates: readonly StepTemplate[];
  onClose(): void;
}

/** A step from a template, a gateway, an event, a lane: what a hand draws with the mouse, for every hand. */
export function AddElementDialog({ modeler, templates, onClose }: AddElementDialogProps) {
  const words = useWords(drawingWords);
  const text = useText();
  const kinds = elementKinds(templates, text);
  const [kindId, setKindId] = useState(kinds[0]!.id);
  const [chosenPlace, setChosenPlace] = useState('');
  const [name, setName] = useState('');
  const [englishName, setEnglishName] = useState('');
  const kind = kinds.find(({ id }) => id === kindId) ?? kinds[0]!;
  const places = placesFor(kind.stands, modeler.get<ElementRegistry>('elementRegistry'), words.newBranch);
  const [selected] = modeler.get<Selection>('selection').get() as Element[];
  // What was chosen for another kind may be no place for this one.
  const place = places.some(({ id }) => id === chosenPlace)
    ? chosenPlace
    : placeOf(selected, places) || (places[0]?.id ?? '');
  const add = () => {
    const called = name.trim() || (kind.template?.name ?? '');
    showElement(modeler, addElement(modeler, { kind, place, name: called, englishName: englishName.trim() }));
    onClose();
  };
  return (
    <FormDialog title={words.add} submit={words.addIt} onClose={onClose} disabled={!place} onFinish={add}>
      <Form.Item label={words.what}>
        <Choice
          label={words.what}
          value={kind.id}
          options={kinds.map(({ id, label }) => [id, label] as const)}
          onChange={setKindId}
        />
        {kind.template && <p className="template-description">{kind.template.description}</p>}
      </Form.Item>
      <Form.Item label={words.place}>
        {places.length > 0 ? (
          <Choice
            label={words.place}
            value={place}
            options={places.map(({ id, label }) => [id, label] as const)}
            onChange={setChosenPlace}
          />
        ) : (
          <p role="alert">{words.noPlace}</p>
        )}
      </Form.Item>
      <Form.Item label={words.name} htmlFor="element-name">
        <Input
          id="element-name"
          value={name}
          placeholder={kind.template?.name}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </Form.Item>
      <Form.Item label={words.englishName} htmlFor="element-name-en">
        <Input
          id="element-name-en"
          value={englishName}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setEnglishName(target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}
