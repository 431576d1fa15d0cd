import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { nameIn } from '../../diagram/named-in.js';
import { ZoomButtons } from '../../diagram/components/zoom-buttons.js';
import type { ChangeVerb } from '../api/comparison.js';
import type { DiffMarks } from '../diff-marks/diff-marks.js';
import { diffMarksModule } from '../diff-marks/index.js';
import type { DrawnFile } from '../drawn.js';
import { diffWords } from '../words.js';
import './twin-diagrams.css';

interface TwinDiagramsProps {
  file: DrawnFile;
  marks: { before: ReadonlyMap<string, ChangeVerb>; after: ReadonlyMap<string, ChangeVerb> };
  /** Element to frame on both sides. */
  chosen: string | null;
  /** An element of either diagram was clicked. */
  onChoose(id: string): void;
  height: number;
}

interface ZoomScroll {
  toggle(enabled: boolean): void;
}

type Side = 'before' | 'after';
const SIDES: Side[] = ['before', 'after'];
type Viewers = Partial<Record<Side, NavigatedViewer>>;

/** diagram-js only asks whether a point is given: then it puts the drawing into the middle. */
const CENTRED = { x: 0, y: 0 };

/** Both versions of a model side by side; what is moved or zoomed on one side moves on the other. */
export default function TwinDiagrams({ file, marks, chosen, onChoose, height }: TwinDiagramsProps) {
  const words = useWords(diffWords);
  const { language } = useLanguage();
  const frames = { before: useRef<HTMLDivElement>(null), after: useRef<HTMLDivElement>(null) };
  const [viewers, setViewers] = useState<Viewers>({});
  const [failed, setFailed] = useState<Side[]>([]);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);

  const { before: frameBefore, after: frameAfter } = frames;
  useEffect(() => {
    const containers = { before: frameBefore.current, after: frameAfter.current };
    const made: Viewers = {};
    let stale = false;
    const draw = async (side: Side): Promise<boolean> => {
      const [container, xml] = [containers[side], file[side]];
      if (!container || xml === null) return true;
      const viewer = new NavigatedViewer({
        container,
        additionalModules: [diffMarksModule],
        // Else the other side follows a third of a second late.
        canvas: { deferUpdate: false },
      });
      made[side] = viewer;
      nameIn(viewer, language);
      viewer.get<ZoomScroll>('zoomScroll').toggle(false);
      viewer
        .get<EventBus>('eventBus')
        .on('element.click', ({ element }: { element: { id: string } }) =>
          choose.current(element.id.replace(/_label$/, '')),
        );
      return viewer.importXML(xml).then(
        () => true,
        () => false,
      );
    };
    void Promise.all(SIDES.map(draw)).then((drawn) => {
      if (stale) return;
      const lost = SIDES.filter((_, index) => !drawn[index]);
      setFailed(lost);
      const shown = Object.fromEntries(
        SIDES.flatMap((side) => (made[side] && !lost.includes(side) ? [[side, made[side]]] : [])),
      ) as Viewers;
      keepTogether(shown);
      fit(shown);
      setViewers(shown);
    });
    return () => {
      stale = true;
      setViewers({});
      for (const side of SIDES) made[side]?.destroy();
    };
  }, [file, language, frameBefore, frameAfter]);

  useEffect(() => {
    for (const side of SIDES) viewers[side]?.get<DiffMarks>('diffMarks').show(marks[side]);
  }, [viewers, marks]);

  useEffect(() => {
    // The side that has it leads; the other follows.
    for (const side of SIDES) viewers[side]?.get<DiffMarks>('diffMarks').choose(chosen);
  }, [viewers, chosen]);

  const zoomBy = (factor: number) => {
    const canvas = leaderOf(viewers)?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * factor);
  };
  const toggleWheel = (side: Side, enabled: boolean) =>
    viewers[side]?.get<ZoomScroll>('zoomScroll').toggle(enabled);
  const labels = { before: words.diagramBefore(file.name), after: words.diagramAfter(file.name) };

  return (
    <div className="twins">
      {SIDES.map((side) => (
        <figure key={side} className="twin" aria-label={labels[side]}>
          <figcaption>{side === 'before' ? words.before : words.after}</figcaption>
          {failed.includes(side) && <Alert type="warning" showIcon title={words.broken} />}
          {file[side] === null && <p className="twin-empty">{words.notThere}</p>}
          <div
            ref={frames[side]}
            className="twin-canvas"
            style={{ height }}
            hidden={file[side] === null}
            onMouseDown={() => toggleWheel(side, true)}
            onMouseLeave={() => toggleWheel(side, false)}
          />
        </figure>
      ))}
      <div className="twin-tools">
        <ZoomButtons onFit={() => fit(viewers)} onZoom={zoomBy} />
      </div>
    </div>
  );
}

function leaderOf(viewers: Viewers): NavigatedViewer | undefined {
  return viewers.after ?? viewers.before;
}

function fit(viewers: Viewers): void {
  leaderOf(viewers)?.get<Canvas>('canvas').zoom('fit-viewport', CENTRED);
}

/** Whoever moves takes the other along, once. */
function keepTogether({ before, after }: Viewers): void {
  if (!before || !after) return;
  let following = false;
  const follow = (leader: NavigatedViewer, follower: NavigatedViewer) =>
    leader.get<EventBus>('eventBus').on('canvas.viewbox.changed', () => {
      if (following) return;
      following = true;
      const { x, y, width, height } = leader.get<Canvas>('canvas').viewbox();
      follower.get<Canvas>('canvas').viewbox({ x, y, width, height });
      following = false;
    });
  follow(before, after);
  follow(after, before);
}
