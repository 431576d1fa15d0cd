import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Rules from 'diagram-js/lib/features/rules/Rules';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { Choice } from '../../../../components/choice.js';
import { FormDialog } from '../../../../components/form-dialog.js';
import { useWords } from '../../../../i18n/language.js';
import { writeEnglishName } from '../english-name/write-english-name.js';
import { drawnElements, nameOf } from './places.js';
import { showElement } from './show-element.js';
import { drawingWords } from './words.js';

interface ConnectDialogProps {
  modeler: BpmnModeler;
  onClose(): void;
}

/** A flow from one element to another, or the association that says what undoes a step: as BPMN allows. */
export function ConnectDialog({ modeler, onClose }: ConnectDialogProps) {
  const words = useWords(drawingWords);
  const [name, setName] = useState('');
  const [englishName, setEnglishName] = useState('');
  const nodes = inOrder(modeler);
  const sources = nodes.filter((node) => targetsOf(modeler, node, nodes).length > 0);
  const [selected] = modeler.get<Selection>('selection').get() as Element[];
  const [chosenSource, setSource] = useState(selected?.id ?? '');
  const [chosenTarget, setTarget] = useState('');
  const source = sources.find(({ id }) => id === chosenSource) ?? sources[0];
  const targets = source ? targetsOf(modeler, source, nodes) : [];
  const target = targets.find(({ id }) => id === chosenTarget) ?? targets[0];
  const connect = () => {
    if (!source || !target) return;
    const modeling = modeler.get<Modeling>('modeling');
    const connection = modeling.connect(source, target) as Connection;
    if (name.trim()) modeling.updateProperties(connection, { name: name.trim() });
    if (englishName.trim())
      writeEnglishName(
        { bpmnFactory: modeler.get<BpmnFactory>('bpmnFactory'), modeling },
        { element: connection, named: getBusinessObject(connection), name: englishName.trim() },
      );
    showElement(modeler, connection);
    onClose();
  };
  const choiceOf = (elements: readonly Element[]) =>
    elements.map((element) => [element.id, nameOf(element)] as const);
  return (
    <FormDialog
      title={words.connect}
      submit={words.connect}
      onClose={onClose}
      disabled={!target}
      onFinish={connect}
    >
      {source && target ? (
        <>
          <Form.Item label={words.from}>
            <Choice label={words.from} value={source.id} options={choiceOf(sources)} onChange={setSource} />
          </Form.Item>
          <Form.Item label={words.to}>
            <Choice label={words.to} value={target.id} options={choiceOf(targets)} onChange={setTarget} />
          </Form.Item>
          <Form.Item label={words.flowName} htmlFor="flow-name">
            <Input
              id="flow-name"
              value={name}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </Form.Item>
          <Form.Item label={words.flowNameInEnglish} htmlFor="flow-name-en">
            <Input
              id="flow-name-en"
              value={englishName}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => setEnglishName(event.target.value)}
            />
          </Form.Item>
        </>
      ) : (
        <p role="alert">{words.noTarget}</p>
      )}
    </FormDialog>
  );
}

function inOrder(modeler: BpmnModeler): Element[] {
  return drawnElements(modeler.get<ElementRegistry>('elementRegistry'))
    .filter((element) => is(element, 'bpmn:FlowNode'))
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
}

/** What BPMN lets follow, and does not follow yet. */
function targetsOf(modeler: BpmnModeler, source: Element, nodes: readonly Element[]): Element[] {
  const rules = modeler.get<Rules>('rules');
  const follows = new Set(source.outgoing.map(({ target }) => target));
  return nodes.filter(
    (target) =>
      target !== source &&
      !follows.has(target as never) &&
      rules.allowed('connection.create', { source, target }),
  );
}
