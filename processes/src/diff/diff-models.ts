/** Compares two BPMN models element by element: what they say, and apart from it how they are drawn. */
import { isA, localType, many, one, parseBpmn, type ModdleElement, type ParsedBpmn } from '../moddle.js';
import type { BundleChange } from './bundle-change.js';
import { compareFacts, listFacts, type Facts } from './facts.js';
import { labelOf } from './labels.js';
import { innerElements, moddleFacts, nameWithId, type ReadingOptions } from './moddle-facts.js';
import { UnreadableFile } from './unreadable-file.js';

/** @throws UnreadableFile */
export async function diffModels(file: string, before: string, after: string): Promise<BundleChange[]> {
  const [old, fresh] = [await readModel(file, before), await readModel(file, after)];
  const changes = [...fresh].flatMap(([id, thing]) => {
    const was = old.get(id);
    return was ? changed(file, was, thing) : [whole(file, thing, 'added')];
  });
  const removed = [...old].filter(([id]) => !fresh.has(id)).map(([, thing]) => whole(file, thing, 'removed'));
  return [...changes, ...removed];
}

interface Thing {
  kind: 'model' | 'element';
  id: string;
  name: string;
  type: string;
  says: Facts;
  drawn: Facts;
}

function changed(file: string, before: Thing, after: Thing): BundleChange[] {
  const said = compareFacts(before.says, after.says);
  const drawn = compareFacts(before.drawn, after.drawn);
  if (said.length + drawn.length === 0) return [];
  return [
    { ...headOf(file, after), change: said.length > 0 ? 'changed' : 'moved', details: [...said, ...drawn] },
  ];
}

function whole(file: string, thing: Thing, change: 'added' | 'removed'): BundleChange {
  return { ...headOf(file, thing), change, details: listFacts(thing.says, change) };
}

function headOf(file: string, { kind, id, name, type }: Thing) {
  return { file, kind, id, name, type, table: null };
}

const reading: ReadingOptions = {
  isOwnThing,
  skipped: new Set([
    // Said by the flows, by each element's lane, and by whoever wrote the file.
    ...['bpmn:incoming', 'bpmn:outgoing', 'bpmn:flowNodeRef', 'bpmn:exporter', 'bpmn:exporterVersion'],
    // Drawing is read apart.
    'bpmn:diagrams',
  ]),
  keepsId: (element) =>
    element.$type.startsWith('bpmn:') &&
    ![
      'bpmn:EventDefinition',
      'bpmn:Expression',
      'bpmn:LoopCharacteristics',
      'bpmn:Documentation',
      'bpmn:LaneSet',
    ].some((type) => isA(element, type)),
};

const ownTypes = [
  ...['bpmn:FlowElement', 'bpmn:Artifact', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:MessageFlow'],
  ...['bpmn:ConversationNode', 'bpmn:ConversationLink'],
];

function isOwnThing(element: ModdleElement): boolean {
  if (!element.id) return false;
  const isRoot = isA(element, 'bpmn:RootElement') && element.$parent?.$type === 'bpmn:Definitions';
  return isRoot || ownTypes.some((type) => isA(element, type));
}

async function readModel(file: string, xml: string): Promise<Map<string, Thing>> {
  const { definitions, warnings } = await parse(file, xml);
  const elements = innerElements(definitions).filter(
    (element) => element === definitions || isOwnThing(element),
  );
  const lanes = laneOf(elements);
  const drawn = drawingOf(definitions);
  const broken = brokenReferences(file, warnings);
  return new Map(
    elements.map((element) => {
      const kind = element === definitions ? 'model' : 'element';
      const id = element.id ?? '';
      const says = moddleFacts(element, reading);
      put(says, 'type', localType(element));
      const parent = ownerOf(element);
      if (parent && !isA(element, 'bpmn:RootElement'))
        put(says, 'parent', parent.id ?? '', nameWithId(parent));
      const lane = lanes.get(element);
      if (lane) put(says, 'lane', lane.id ?? '', nameWithId(lane));
      for (const [path, value] of broken.get(element) ?? []) put(says, path, value);
      const thing = {
        kind,
        id,
        name: nameOf(element),
        type: localType(element),
        says,
        drawn: drawn.get(id) ?? new Map(),
      } as const;
      return [kind === 'model' ? '' : id, thing];
    }),
  );
}

function put(facts: Facts, path: string, value: string, shown: string = value): void {
  facts.set(path, { label: labelOf(path), value, shown });
}

async function parse(file: string, xml: string): Promise<ParsedBpmn> {
  try {
    return await parseBpmn(xml);
  } catch (error) {
    throw new UnreadableFile(file, (error as Error).message);
  }
}

/** References that lead nowhere, by element. @throws UnreadableFile on anything else that was not understood: it would be lost unseen */
function brokenReferences(
  file: string,
  warnings: Warning[],
): Map<ModdleElement, [path: string, value: string][]> {
  const found = new Map<ModdleElement, [string, string][]>();
  for (const { message, element, property, value } of warnings) {
    // What is compared has been decoded already, whatever its first line says.
    if (message.startsWith('unsupported document encoding')) continue;
    if (!element || !property) throw new UnreadableFile(file, message);
    if (isDrawing(element)) continue;
    const path = property.replace(/^bpmn:/, '');
    found.set(element, [...(found.get(element) ?? []), [path, `${value ?? ''} ?`]]);
  }
  return found;
}

type Warning = ParsedBpmn['warnings'][number];

function isDrawing(element: ModdleElement): boolean {
  return /^(bpmndi|dc|di):/.test(element.$type);
}

function ownerOf(element: ModdleElement): ModdleElement | undefined {
  for (let current = element.$parent; current; current = current.$parent)
    if (isOwnThing(current)) return current;
  return undefined;
}

/** The innermost lane of each element. */
function laneOf(elements: readonly ModdleElement[]): Map<ModdleElement, ModdleElement> {
  const lanes = elements.filter((element) => isA(element, 'bpmn:Lane'));
  // Containers come before their content: an inner lane has the last word.
  return new Map(lanes.flatMap((lane) => many(lane, 'flowNodeRef').map((node) => [node, lane] as const)));
}

/** Flows are seldom named: they are called by their ends. */
function nameOf(element: ModdleElement): string {
  if (element.name) return element.name;
  const [source, target] = isA(element, 'bpmn:Definitions')
    ? []
    : [end(element, 'sourceRef'), end(element, 'targetRef')];
  if (source && target) return `${source.name || source.id} → ${target.name || target.id}`;
  const note = isA(element, 'bpmn:TextAnnotation') ? element.get('text') : undefined;
  return typeof note === 'string' && note !== '' ? note : (element.id ?? '');
}

function end(element: ModdleElement, property: string): ModdleElement | undefined {
  const isConnection = ['bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association'].some((type) =>
    isA(element, type),
  );
  return isConnection ? one(element, property) : undefined;
}

/** How each element is drawn, by its id; what stands in several diagrams is told apart by their number. */
function drawingOf(definitions: ModdleElement): Map<string, Facts> {
  const drawn = new Map<string, Facts>();
  for (const [number, diagram] of many(definitions, 'diagrams').entries()) {
    const plane = one(diagram, 'plane');
    for (const shape of plane ? many(plane, 'planeElement') : []) {
      const id = one(shape, 'bpmnElement')?.id;
      if (!id) continue;
      const facts = drawn.get(id) ?? new Map();
      drawn.set(id, facts);
      for (const [name, value] of drawnAs(shape))
        put(facts, number === 0 ? name : `${name}#${number + 1}`, value);
    }
  }
  return drawn;
}

function drawnAs(shape: ModdleElement): [string, string][] {
  const label = one(shape, 'label');
  const bounds = (of: ModdleElement | undefined) => {
    const box = of && one(of, 'bounds');
    return box ? `${numbers(box, 'x', 'y')} ${numbers(box, 'width', 'height')}` : undefined;
  };
  const isEdge = isA(shape, 'bpmndi:BPMNEdge');
  const flags = [
    'isExpanded',
    'isHorizontal',
    'isMarkerVisible',
    'isMessageVisible',
    'background-color',
    'border-color',
  ];
  const said: [string, unknown][] = [
    ['bounds', isEdge ? undefined : bounds(shape)],
    [
      'waypoints',
      isEdge
        ? many(shape, 'waypoint')
            .map((point) => numbers(point, 'x', 'y'))
            .join(' → ')
        : undefined,
    ],
    ['labelBounds', bounds(label)],
    ...(isEdge ? [] : flags.map((name): [string, unknown] => [name, shape.get(name)])),
  ];
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

function numbers(element: ModdleElement, ...names: [string, string]): string {
  return names.map((name) => Math.round(Number(element.get(name)) * 100) / 100).join(',');
}
