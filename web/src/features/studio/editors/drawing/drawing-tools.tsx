import type BpmnModeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type EditorActions from 'diagram-js/lib/features/editor-actions/EditorActions';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../../../i18n/language.js';
import { ZoomButtons } from '../../../diagram/components/zoom-buttons.js';
import type { StepTemplate } from '../../api/lint.js';
import { UndoButtons, type CommandStack } from '../undo-buttons.js';
import { AddElementDialog } from './add-element-dialog.js';
import { ChooseElementDialog } from './choose-element-dialog.js';
import { ConnectDialog } from './connect-dialog.js';
import { mayMove, MoveToLaneDialog } from './move-to-lane-dialog.js';
import { showStart, showWhole } from './show-element.js';
import { drawingWords } from './words.js';

interface DrawingToolsProps {
  /** Null until the drawing is there. */
  modeler: BpmnModeler | null;
  templates: readonly StepTemplate[] | undefined;
}

interface SimulationMode {
  toggleMode(active: boolean): void;
}

type Asked = 'add' | 'choose' | 'connect' | 'move' | null;

/** Everything that palette, pad and switch of the library do, which cannot be reached by keyboard. */
export function DrawingTools({ modeler, templates }: DrawingToolsProps) {
  const words = useWords(drawingWords);
  const [simulates, setSimulates] = useState(false);
  const [asked, setAsked] = useState<Asked>(null);
  const selected = useSelected(modeler);
  const undoable = useMemo(
    () =>
      modeler && { stack: modeler.get<CommandStack>('commandStack'), bus: modeler.get<EventBus>('eventBus') },
    [modeler],
  );
  const isStill = !modeler || simulates;
  const close = () => setAsked(null);
  const act = (action: string) => void modeler?.get<EditorActions>('editorActions').trigger(action, {});
  const zoomBy = (factor: number) => {
    const canvas = modeler?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * factor);
  };
  const toggleSimulation = () => {
    if (!modeler) return;
    modeler.get<SimulationMode>('toggleMode').toggleMode(!simulates);
    if (!simulates) showStart(modeler);
    setSimulates(!simulates);
  };
  return (
    <>
      <div className="bpmn-editor-tools" role="toolbar" aria-label={words.tools}>
        <Button size="small" disabled={isStill || !templates} onClick={() => setAsked('add')}>
          {words.add}
        </Button>
        <Button size="small" disabled={isStill} onClick={() => setAsked('connect')}>
          {words.connect}
        </Button>
        <Button size="small" disabled={isStill} onClick={() => setAsked('choose')}>
          {words.choose}
        </Button>
        <Button
          size="small"
          disabled={isStill || !mayMove(selected, modeler)}
          onClick={() => setAsked('move')}
        >
          {words.move}
        </Button>
        <Button size="small" disabled={isStill || !selected} onClick={() => act('replaceElement')}>
          {words.change}
        </Button>
        <Button size="small" disabled={isStill || !selected} onClick={() => act('removeSelection')}>
          {words.remove}
        </Button>
        <UndoButtons of={undoable} disabled={isStill} />
        <Button size="small" aria-pressed={simulates} disabled={!modeler} onClick={toggleSimulation}>
          {simulates ? words.stopSimulating : words.simulate}
        </Button>
      </div>
      <div className="bpmn-editor-zoom">
        <ZoomButtons disabled={!modeler} onFit={() => modeler && showWhole(modeler)} onZoom={zoomBy} />
      </div>
      {modeler && asked === 'add' && templates && (
        <AddElementDialog modeler={modeler} templates={templates} onClose={close} />
      )}
      {modeler && asked === 'choose' && <ChooseElementDialog modeler={modeler} onClose={close} />}
      {modeler && asked === 'connect' && <ConnectDialog modeler={modeler} onClose={close} />}
      {modeler && asked === 'move' && mayMove(selected, modeler) && (
        <MoveToLaneDialog modeler={modeler} element={selected} onClose={close} />
      )}
    </>
  );
}

/** The one chosen element that can be changed: not the page that everything is drawn on. */
function useSelected(modeler: BpmnModeler | null): Element | undefined {
  const [selected, setSelected] = useState<Element | undefined>();
  useEffect(() => {
    if (!modeler) return;
    const bus = modeler.get<EventBus>('eventBus');
    const tell = (event: unknown) => {
      const { newSelection } = event as { newSelection: Element[] };
      setSelected(newSelection.length === 1 ? newSelection[0] : undefined);
    };
    bus.on('selection.changed', tell);
    return () => bus.off('selection.changed', tell);
  }, [modeler]);
  return selected;
}
