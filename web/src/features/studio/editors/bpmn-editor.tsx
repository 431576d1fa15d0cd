import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  CamundaPlatformPropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import TokenSimulationModule from 'bpmn-js-token-simulation';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import CamundaBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camundaModdle from 'camunda-bpmn-moddle/resources/camunda.json';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { groupBy } from '../../../collections/group-by.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useElementTemplates } from '../api/lint.js';
import { studioWords } from '../words.js';
import { allowedProperties } from './allowed-properties.js';
import { BPMN_WORDS } from './bpmn-words.js';
import { learnToAddElements } from './drawing/add-element.js';
import { ApplyTemplateDialog } from './drawing/apply-template-dialog.js';
import { DrawingTools } from './drawing/drawing-tools.js';
import { showElement, showWhole } from './drawing/show-element.js';
import type { EditorProps } from './editor.js';
import { englishName } from './english-name/english-name-provider.js';
import { SIMULATION_WORDS } from './simulation-words.js';
import { speakIn } from './speak-in.js';
import { tellSoon } from './tell-soon.js';
import { translateBy } from './translate-by.js';
import './bpmn-editor.css';

const FAULTS = 'lint';

interface TemplatesLoader {
  setTemplates(templates: object[]): void;
}

/** The bpmn.io modeler with the properties of the engine, the templates of our tasks, the lint's marks and a token simulation. */
export default function BpmnEditor(props: EditorProps) {
  const { name, content, faults, goTo } = props;
  const words = useWords(studioWords);
  const text = useText();
  const canvas = useRef<HTMLDivElement>(null);
  const properties = useRef<HTMLDivElement>(null);
  const [modeler, setModeler] = useState<BpmnModeler | null>(null);
  const [asksTemplate, setAsksTemplate] = useState<Element | null>(null);
  const templates = useElementTemplates();
  const begin = useRef(content);
  const onChange = useEffectEvent(props.onChange);
  const onUnreadable = useEffectEvent(props.onUnreadable);

  useEffect(() => {
    if (!canvas.current || !properties.current) return;
    const fallSilent = speakIn(canvas.current, SIMULATION_WORDS);
    const next = new BpmnModeler({
      container: canvas.current,
      propertiesPanel: { parent: properties.current },
      additionalModules: [
        BpmnPropertiesPanelModule,
        BpmnPropertiesProviderModule,
        CamundaPlatformPropertiesProviderModule,
        CamundaBehaviorsModule,
        ElementTemplatesPropertiesProviderModule,
        TokenSimulationModule,
        englishName,
        allowedProperties,
        translateBy(BPMN_WORDS),
      ],
      moddleExtensions: { camunda: camundaModdle },
    });
    let isStale = false;
    const changes = tellSoon(async () => {
      try {
        const { xml } = await next.saveXML({ format: true });
        if (xml && !isStale) onChange(xml);
      } catch (error) {
        // Read, and yet not to be written again: the lint says what to mend in the text.
        if (!isStale) onUnreadable((error as Error).message);
      }
    });
    next.importXML(begin.current).then(
      () => {
        if (isStale) return;
        showWhole(next);
        const bus = next.get<EventBus>('eventBus');
        bus.on('commandStack.changed', () => changes.soon());
        bus.on<{ element: Element }>('elementTemplates.select', ({ element }) => setAsksTemplate(element));
        learnToAddElements(next);
        setModeler(next);
      },
      (error: Error) => {
        if (!isStale) onUnreadable(error.message);
      },
    );
    return () => {
      fallSilent();
      setModeler(null);
      // What was drawn in the last moment goes out before the editor does.
      void changes.flush().finally(() => {
        isStale = true;
        next.destroy();
      });
    };
  }, []);

  useEffect(() => {
    if (modeler && templates.data)
      modeler.get<TemplatesLoader>('elementTemplatesLoader').setTemplates(templates.data);
  }, [modeler, templates.data]);

  useEffect(() => {
    if (!modeler) return;
    const overlays = modeler.get<Overlays>('overlays');
    const registry = modeler.get<ElementRegistry>('elementRegistry');
    overlays.remove({ type: FAULTS });
    for (const [element, found] of groupBy(faults, elementOf)) {
      if (!registry.get(element)) continue;
      const isError = found.some(({ severity }) => severity !== 'W');
      const mark = document.createElement('span');
      mark.className = `lint-mark lint-mark-${isError ? 'error' : 'warning'}`;
      mark.textContent = isError ? '!' : '?';
      mark.title = found.map(({ message }) => text(message)).join('\n');
      overlays.add(element, FAULTS, { position: { top: -10, left: -10 }, html: mark });
    }
  }, [modeler, faults, text]);

  useEffect(() => {
    const element = goTo && modeler?.get<ElementRegistry>('elementRegistry').get(goTo.element);
    if (modeler && element) showElement(modeler, element as Element);
  }, [modeler, goTo]);

  return (
    <>
      <div className="bpmn-editor">
        <div className="bpmn-editor-drawing">
          <DrawingTools modeler={modeler} templates={templates.data} />
          <div ref={canvas} className="bpmn-editor-canvas" role="group" aria-label={words.canvas(name)} />
        </div>
        <div
          ref={properties}
          className="bpmn-editor-properties"
          role="group"
          aria-label={words.properties}
          tabIndex={-1}
        />
      </div>
      {modeler && asksTemplate && templates.data && (
        <ApplyTemplateDialog
          modeler={modeler}
          element={asksTemplate}
          templates={templates.data}
          onClose={() => setAsksTemplate(null)}
        />
      )}
    </>
  );
}

function elementOf({ field }: { field: string | null }): string {
  return field?.split('#')[1] ?? '';
}
