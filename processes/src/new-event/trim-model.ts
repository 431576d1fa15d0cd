/** Takes the steps out of the templates' model that an event type does not want, and closes the gap in its drawing. */
import { many, one, parseBpmn, type ModdleElement } from '../moddle.js';
import type { EventAnswers } from './answers.js';

/** Steps in a row: one flow leads in, one leads out to `next`, which moves to the place of `first`. */
interface Stretch {
  first: string;
  /** Last step, whose flow to `next` ends with it. */
  last: string;
  next: string;
  steps: string[];
  lane?: string;
}

const LETTER: Stretch = {
  ...{ first: 'register', last: 'issue', next: 'tell' },
  steps: ['register', 'conflict', 'register_cancelled', 'cancelled_before', 'issue'],
};
const SPECIAL: Omit<Stretch, 'next'> = {
  ...{ first: 'special', last: 'special_decided', lane: 'lane_special' },
  steps: [
    ...['special', 'special_remind_due', 'special_remind', 'special_reminded'],
    ...['special_decided', 'special_rejected'],
  ],
};

export async function trimModel(
  bpmn: string,
  { letter, specialDecision }: Pick<EventAnswers, 'letter' | 'specialDecision'>,
): Promise<string> {
  const model = await readModel(bpmn);
  if (!letter) takeOut(model, LETTER);
  if (specialDecision === 'none') takeOut(model, { ...SPECIAL, next: letter ? 'register' : 'tell' });
  return model.save();
}

interface Model {
  process: ModdleElement;
  definitions: ModdleElement;
  plane: ModdleElement;
  save(): Promise<string>;
}

async function readModel(bpmn: string): Promise<Model> {
  const { definitions } = await parseBpmn(bpmn);
  const { $model } = definitions as ModdleElement & {
    $model: { toXML(element: ModdleElement, options: { format: boolean }): Promise<{ xml: string }> };
  };
  const process = many(definitions, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')!;
  const plane = one(many(definitions, 'diagrams')[0]!, 'plane')!;
  const save = async () => (await $model.toXML(definitions, { format: true })).xml;
  return { process, definitions, plane, save };
}

function takeOut(model: Model, stretch: Stretch): void {
  const { process, plane } = model;
  const { first, last, next, steps, lane } = stretch;
  const elements = many(process, 'flowElements');
  const find = (id: string) => elements.find((element) => element.id === id)!;
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const between = (from: string | null, to: string) =>
    flows.find(
      (flow) => one(flow, 'targetRef')?.id === to && (from === null || one(flow, 'sourceRef')?.id === from),
    )!;
  const [leadsIn, leadsOut] = [between(null, first), between(last, next)];
  const place = shapeOf(plane, first);
  const onward = shapeOf(plane, next);
  const bands = {
    x: { from: place.x, to: onward.x },
    y: lane ? bandOf(shapeOf(plane, lane)) : { from: 0, to: 0 },
  };

  const target = find(next);
  Object.assign(leadsIn, { targetRef: target });
  replace(many(target, 'incoming'), (flow) => (flow === leadsOut ? [leadsIn] : [flow]));
  const gone = new Set<ModdleElement>([
    ...steps.map(find),
    ...flows.filter((flow) => flow !== leadsIn && steps.some((step) => touches(flow, step))),
  ]);
  replace(elements, (element) => (gone.has(element) ? [] : [element]));
  for (const element of elements)
    for (const end of ['incoming', 'outgoing'])
      replace(many(element, end), (flow) => (gone.has(flow) ? [] : [flow]));
  const lanes = many(many(process, 'laneSets')[0]!, 'lanes');
  for (const each of lanes) replace(many(each, 'flowNodeRef'), (node) => (gone.has(node) ? [] : [node]));
  const goneLane = lanes.find(({ id }) => id === lane);
  replace(lanes, (each) => (each === goneLane ? [] : [each]));
  dropErrors(model);

  replace(many(plane, 'planeElement'), (drawn) => {
    const element = one(drawn, 'bpmnElement')!;
    return gone.has(element) || element === goneLane ? [] : [drawn];
  });
  const entry = edgeOf(plane, leadsIn);
  squeeze(plane, bands, entry);
  endAtTop(entry, shapeOf(plane, next));
}

const touches = (flow: ModdleElement, step: string) =>
  [one(flow, 'sourceRef')?.id, one(flow, 'targetRef')?.id].includes(step);

/** An error that nobody catches any more is not declared either. */
function dropErrors({ process, definitions }: Model): void {
  const caught = many(process, 'flowElements')
    .flatMap((element) => many(element, 'eventDefinitions'))
    .map((definition) => one(definition, 'errorRef'));
  replace(many(definitions, 'rootElements'), (root) =>
    root.$type === 'bpmn:Error' && !caught.includes(root) ? [] : [root],
  );
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Band {
  from: number;
  to: number;
}

const bandOf = ({ y, height }: Box): Band => ({ from: y, to: y + height });

/** What lies in a band falls onto its beginning, what lies behind moves up. */
const squeezed = (value: number, { from, to }: Band) =>
  value <= from ? value : Math.max(from, value - (to - from));

function squeeze(plane: ModdleElement, bands: { x: Band; y: Band }, kept: ModdleElement): void {
  for (const drawn of many(plane, 'planeElement')) {
    if (drawn === kept) continue;
    const label = one(drawn, 'label');
    for (const bounds of [one(drawn, 'bounds'), label && one(label, 'bounds')]) {
      if (!bounds) continue;
      const { x, y, width, height } = bounds as unknown as Box;
      const [left, top] = [squeezed(x, bands.x), squeezed(y, bands.y)];
      Object.assign(bounds, {
        ...{ x: left, width: squeezed(x + width, bands.x) - left },
        ...{ y: top, height: squeezed(y + height, bands.y) - top },
      });
    }
    for (const point of many(drawn, 'waypoint')) {
      const { x, y } = point as unknown as { x: number; y: number };
      Object.assign(point, { x: squeezed(x, bands.x), y: squeezed(y, bands.y) });
    }
  }
}

/** The flow that led into the first step comes down upon what took its place. */
function endAtTop(edge: ModdleElement, { x, y, width }: Box): void {
  Object.assign(many(edge, 'waypoint').at(-1)!, { x: x + width / 2, y });
}

function shapeOf(plane: ModdleElement, id: string): Box {
  const shape = many(plane, 'planeElement').find((drawn) => one(drawn, 'bpmnElement')?.id === id)!;
  return one(shape, 'bounds') as unknown as Box;
}

function edgeOf(plane: ModdleElement, flow: ModdleElement): ModdleElement {
  return many(plane, 'planeElement').find((drawn) => one(drawn, 'bpmnElement') === flow)!;
}

/** In place: moddle's lists belong to their elements. */
function replace(list: ModdleElement[], by: (item: ModdleElement) => ModdleElement[]): void {
  list.splice(0, list.length, ...list.flatMap(by));
}
