import { AimOutlined } from '@ant-design/icons';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { Alert, Button, Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { CasePath, ShownPath } from '../case-path/case-path.js';
import { casePathModule } from '../case-path/index.js';
import { heatMapModule, type HeatMap, type HeatMark } from '../heat/heat-map.js';
import { stepLoadModule } from '../step-load/index.js';
import type { ElementLoad, StepLoad } from '../step-load/step-load.js';
import { nameIn } from '../named-in.js';
import { chooseNear } from '../bring-near.js';
import { fitForPrint } from '../fit-for-print.js';
import { showMarks, type DiagramMark } from '../diagram-marks.js';
import { diagramWords } from '../words.js';
import './diagram.css';
import { ZoomButtons } from './zoom-buttons.js';

interface DiagramProps {
  xml: string;
  /** What the picture is of, for those who cannot see it. */
  label: string;
  /** Where a case has been; without it the plain model is shown. */
  path?: Omit<ShownPath, 'labels'>;
  /** How many tokens and incidents are where. */
  loads?: readonly ElementLoad[];
  /** Words on single steps. */
  marks?: readonly DiagramMark[];
  /** In pixels, or as CSS has it. */
  height?: number | string;
  /** An element to bring before the eyes; `asked` grows with every wish. */
  goTo?: { element: string; asked: number } | null;
  /** Elements coloured by what they have much of. */
  heat?: readonly HeatMark[];
}

/** diagram-js only asks whether a point is given: then it puts the drawing into the middle. */
const CENTRED = { x: 0, y: 0 };

interface ZoomScroll {
  toggle(enabled: boolean): void;
}

/** A BPMN diagram to look at: pan by dragging, zoom by button; the wheel zooms only after a click, so that pages still scroll. */
export default function Diagram({ xml, label, path, loads, marks, height = 420, heat, goTo }: DiagramProps) {
  const words = useWords(diagramWords);
  const { language } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const [failed, setFailed] = useState(false);
  const handled = useRef(false);
  const followed = useRef<string | null>(null);

  useEffect(() => {
    if (!container.current) return;
    const next = new NavigatedViewer({
      container: container.current,
      additionalModules: [casePathModule, heatMapModule, stepLoadModule],
    });
    nameIn(next, language);
    let stale = false;
    next.get<ZoomScroll>('zoomScroll').toggle(false);
    next.importXML(xml).then(
      () => {
        if (stale) return;
        next.get<Canvas>('canvas').zoom('fit-viewport', CENTRED);
        setFailed(false);
        setViewer(next);
      },
      () => {
        if (!stale) setFailed(true);
      },
    );
    return () => {
      stale = true;
      setViewer(null);
      next.destroy();
    };
  }, [xml, language]);

  useEffect(() => {
    if (!viewer || !path) return;
    const casePath = viewer.get<CasePath>('casePath');
    casePath.show({ ...path, labels: { here: words.here, incident: words.incident } });
    // The view follows the token, until somebody takes it into their own hands.
    if (handled.current || casePath.current === followed.current) return;
    followed.current = casePath.current;
    casePath.goToCurrent();
  }, [viewer, path, words]);

  useEffect(() => {
    if (viewer && container.current) return fitForPrint(viewer.get<Canvas>('canvas'), container.current);
    return undefined;
  }, [viewer]);

  useEffect(() => {
    if (heat) viewer?.get<HeatMap>('heatMap').show(heat);
  }, [viewer, heat]);

  useEffect(() => {
    if (viewer && loads) viewer.get<StepLoad>('stepLoad').show(loads);
  }, [viewer, loads]);

  useEffect(() => {
    if (viewer && marks) showMarks(viewer, marks);
  }, [viewer, marks]);

  useEffect(() => {
    if (viewer && goTo) chooseNear(viewer, goTo.element);
  }, [viewer, goTo]);

  const zoomBy = (factor: number) => {
    const canvas = viewer?.get<Canvas>('canvas');
    handled.current = true;
    canvas?.zoom(canvas.zoom() * factor);
  };
  const fit = () => {
    handled.current = true;
    viewer?.get<Canvas>('canvas').zoom('fit-viewport', CENTRED);
  };
  const goToCurrent = () => {
    handled.current = false;
    viewer?.get<CasePath>('casePath').goToCurrent();
  };
  const toggleWheel = (enabled: boolean) => viewer?.get<ZoomScroll>('zoomScroll').toggle(enabled);

  return (
    <div className="diagram">
      {failed && <Alert type="warning" showIcon title={words.broken} />}
      <div
        ref={container}
        className="diagram-canvas"
        style={{ height }}
        role="figure"
        aria-label={label}
        onMouseDown={() => {
          handled.current = true;
          toggleWheel(true);
        }}
        onMouseLeave={() => toggleWheel(false)}
      />
      <div className="diagram-tools">
        {path && (
          <Tooltip title={words.toCurrent} placement="left">
            <Button icon={<AimOutlined aria-hidden />} aria-label={words.toCurrent} onClick={goToCurrent} />
          </Tooltip>
        )}
        <ZoomButtons onFit={fit} onZoom={zoomBy} />
      </div>
    </div>
  );
}
