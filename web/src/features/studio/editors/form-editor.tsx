import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import { FormEditor as BpmnIoFormEditor } from '@bpmn-io/form-js-editor';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../i18n/language.js';
import { studioWords } from '../words.js';
import type { EditorProps } from './editor.js';
import { FORM_WORDS } from './form-words.js';
import { speakIn } from './speak-in.js';
import { tellSoon } from './tell-soon.js';
import { UndoButtons, type CommandStack, type EventBus } from './undo-buttons.js';
import './form-editor.css';

interface FormFieldRegistry {
  get(id: string): object | undefined;
}

interface FieldSelection {
  set(field: object): void;
}

/** A form, in the editor of form-js: palette, form, properties. */
export default function FormEditor(props: EditorProps) {
  const { name, content, goTo } = props;
  const words = useWords(studioWords);
  const container = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<BpmnIoFormEditor | null>(null);
  const begin = useRef(content);
  const onChange = useEffectEvent(props.onChange);
  const onUnreadable = useEffectEvent(props.onUnreadable);

  useEffect(() => {
    if (!container.current) return;
    const fallSilent = speakIn(container.current, FORM_WORDS);
    const next = new BpmnIoFormEditor({ container: container.current });
    const changes = tellSoon(() => onChange(`${JSON.stringify(next.saveSchema(), null, 2)}\n`));
    const open = async () => {
      const schema = JSON.parse(begin.current) as Parameters<typeof next.importSchema>[0];
      await next.importSchema(schema);
      next.on('commandStack.changed', 500, () => changes.soon());
      setEditor(next);
    };
    open().catch((error: Error) => onUnreadable(error.message));
    return () => {
      fallSilent();
      setEditor(null);
      void changes.flush().finally(() => next.destroy());
    };
  }, []);

  const undoable = useMemo(
    () =>
      editor && { stack: editor.get<CommandStack>('commandStack'), bus: editor.get<EventBus>('eventBus') },
    [editor],
  );

  useEffect(() => {
    const field = goTo && editor?.get<FormFieldRegistry>('formFieldRegistry').get(goTo.element);
    if (!editor || !field) return;
    editor.get<FieldSelection>('selection').set(field);
    container.current
      ?.querySelector(`[data-id="${CSS.escape(goTo.element)}"]`)
      ?.scrollIntoView({ block: 'center' });
  }, [editor, goTo]);

  return (
    <div className="form-editor">
      <div className="form-editor-tools">
        <UndoButtons of={undoable} />
      </div>
      <div ref={container} className="form-editor-canvas" role="group" aria-label={words.canvas(name)} />
    </div>
  );
}
