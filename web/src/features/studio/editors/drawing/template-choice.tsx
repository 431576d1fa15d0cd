import { Form } from 'antd';
import { Choice } from '../../../../components/choice.js';
import { useWords } from '../../../../i18n/language.js';
import type { StepTemplate } from '../../api/lint.js';
import { drawingWords } from './words.js';

interface TemplateChoiceProps {
  templates: readonly StepTemplate[];
  chosen: StepTemplate | undefined;
  onChoose(template: StepTemplate | undefined): void;
}

/** What the step does, with what its contract says of it. */
export function TemplateChoice({ templates, chosen, onChoose }: TemplateChoiceProps) {
  const words = useWords(drawingWords);
  return (
    <Form.Item label={words.template}>
      <Choice
        label={words.template}
        value={chosen?.id ?? ''}
        options={templates.map(({ id, name }) => [id, name] as const)}
        onChange={(id) => onChoose(templates.find((template) => template.id === id))}
      />
      {chosen && <p className="template-description">{chosen.description}</p>}
    </Form.Item>
  );
}
