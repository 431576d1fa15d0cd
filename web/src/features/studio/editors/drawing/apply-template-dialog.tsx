import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import { useState } from 'react';
import { FormDialog } from '../../../../components/form-dialog.js';
import { useWords } from '../../../../i18n/language.js';
import type { StepTemplate } from '../../api/lint.js';
import { drawingWords } from './words.js';
import { applyTemplate } from './add-element.js';
import { TemplateChoice } from './template-choice.js';

interface ApplyTemplateDialogProps {
  modeler: BpmnModeler;
  element: Element;
  templates: readonly StepTemplate[];
  onClose(): void;
}

/** What the properties panel asks for when a template is to be chosen or changed: the library leaves the choosing to its host. */
export function ApplyTemplateDialog({ modeler, element, templates, onClose }: ApplyTemplateDialogProps) {
  const words = useWords(drawingWords);
  const fitting = templates.filter(({ appliesTo }) => appliesTo.includes(element.type));
  const [template, setTemplate] = useState(fitting[0]);
  return (
    <FormDialog
      title={words.chooseTemplate}
      submit={words.apply}
      onClose={onClose}
      disabled={!template}
      onFinish={() => {
        if (template) applyTemplate(modeler, element, template);
        onClose();
      }}
    >
      {fitting.length > 0 ? (
        <TemplateChoice templates={fitting} chosen={template} onChoose={setTemplate} />
      ) : (
        <p>{words.noTemplate}</p>
      )}
    </FormDialog>
  );
}
