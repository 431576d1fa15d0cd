/**
 * What our rooms need to know about a BPMN model: names, configuration and order of its elements. Pure; the caller caches
 * it per definition id, because a deployed model never changes.
 */
import { ENGLISH_NAME } from '@lampid/domain/english-name';
import type { Text } from '@lampid/domain/rules/finding';
import {
  attribute,
  extensionProperties,
  isA,
  localType,
  many,
  one,
  parseBpmn,
  type ModdleElement,
} from './moddle.js';
import { flowOrder } from './flow-order.js';

export interface CaseElement {
  id: string;
  /** As written; empty when the model gives none. */
  name: string;
  names: Text;
  /** BPMN type in camelCase: `serviceTask`, `userTask`, `exclusiveGateway`, `subProcess`, ... */
  type: string;
  /** `camunda:properties` as written. */
  properties: Record<string, string>;
  /** Outcomes of a user task, in the order of the buttons. */
  outcomes: string[];
  /** Outcomes that need a note. */
  noteRequired: string[];
  /** The outcome that nobody chooses: a report submitted in answer does. */
  answeredBy: string | null;
  /** Button texts by outcome. */
  labels: Record<string, Text>;
  formId: string | null;
  topic: string | null;
  /** As written, e.g. `${supervisorGroup}`. */
  candidateGroups: string[];
  calledElement: string | null;
  /** Names of the lane it is drawn in; elements inside a sub-process have the sub-process's lane. */
  lane: Text | null;
  /** `operator`, `supervisor`, `verifikator`, `kadis`, `admin` or `system`: who does it. */
  role: string | null;
  /** Id of the enclosing sub-process, or null. */
  parent: string | null;
  /** Id of the activity that a boundary event is attached to. */
  attachedTo: string | null;
  multiInstance: boolean;
  /** Something that happens begins it, no flow: an event sub-process, a handler of a compensation. */
  startedByEvent: boolean;
  /** Begins when its own start event happens, beside what it is in. */
  isEventSubProcess: boolean;
  /** What an event is about: `timer`, `message`, `error`, `compensate`, ...; null for what is no event, and for plain ones. */
  event: string | null;
  /** Of a timer its time as written, of a message its name. */
  waitsFor: string | null;
  /** Of a boundary event that undoes: the activity that does it. */
  undoneBy: string | null;
  /** Place in the model, following the flows from the start: sorts steps that the engine gives no order. */
  order: number;
}

export interface CaseFlow {
  id: string;
  name: string;
  source: string;
  target: string;
  condition: string | null;
  isDefault: boolean;
}

export interface CaseProcess {
  key: string;
  name: string;
  names: Text;
  elements: Map<string, CaseElement>;
  flows: CaseFlow[];
}

export interface CaseModel {
  processes: CaseProcess[];
}

/** Role behind each group variable of a case. */
export const roleOfGroupVariable: Readonly<Record<string, string>> = {
  operatorGroup: 'operator',
  supervisorGroup: 'supervisor',
  verifierGroup: 'verifikator',
  headGroup: 'kadis',
  cityGroup: 'admin',
};

/** Parses the executable processes of a BPMN 2.0 document. Rejects when it is not BPMN. */
export async function parseCaseModel(bpmnXml: string): Promise<CaseModel> {
  const { definitions } = await parseBpmn(bpmnXml);
  const processes = many(definitions, 'rootElements').filter(
    (element) => isA(element, 'bpmn:Process') && element.get('isExecutable') === true,
  );
  return { processes: processes.map(readProcess) };
}

function readProcess(process: ModdleElement): CaseProcess {
  const nodes = collectNodes(process);
  const order = flowOrder(process);
  const lanes = lanesByElement(process);
  const names = namesOfProcess(process);
  const elements = nodes.map((node) => readElement(node, { order, lanes, process }));
  return {
    key: process.id ?? '',
    name: names.id,
    names,
    elements: new Map(elements.sort((a, b) => a.order - b.order).map((element) => [element.id, element])),
    flows: collectFlows(process),
  };
}

/** What people read: the name as drawn, and its English beside it where the model gives one. */
function namesOf(element: ModdleElement, name: string): Text {
  return { id: name, en: extensionProperties(element)[ENGLISH_NAME] ?? name };
}

/** A pool's process often has no name of its own: the pool carries it. */
function namesOfProcess(process: ModdleElement): Text {
  if (process.name) return namesOf(process, process.name);
  const pool = many(process.$parent!, 'rootElements')
    .flatMap((root) => (isA(root, 'bpmn:Collaboration') ? many(root, 'participants') : []))
    .find((participant) => one(participant, 'processRef') === process);
  return pool?.name ? namesOf(pool, pool.name) : namesOf(process, process.id ?? '');
}

function collectNodes(scope: ModdleElement): ModdleElement[] {
  return many(scope, 'flowElements')
    .filter((element) => isA(element, 'bpmn:FlowNode'))
    .flatMap((node) => [node, ...(isA(node, 'bpmn:SubProcess') ? collectNodes(node) : [])]);
}

function collectFlows(scope: ModdleElement): CaseFlow[] {
  return many(scope, 'flowElements').flatMap((element) => {
    if (isA(element, 'bpmn:SubProcess')) return collectFlows(element);
    if (!isA(element, 'bpmn:SequenceFlow')) return [];
    const source = one(element, 'sourceRef');
    const condition = one(element, 'conditionExpression');
    return [
      {
        id: element.id ?? '',
        name: element.name ?? '',
        source: source?.id ?? '',
        target: one(element, 'targetRef')?.id ?? '',
        condition: condition ? attribute(condition, 'body') : null,
        isDefault: source !== undefined && one(source, 'default') === element,
      },
    ];
  });
}

interface LaneOf {
  names: Text;
  role: string | null;
}

function lanesByElement(process: ModdleElement): Map<string, LaneOf> {
  const lanes = many(process, 'laneSets').flatMap((set) => many(set, 'lanes'));
  return new Map(
    lanes.flatMap((lane) => {
      const found = {
        names: namesOf(lane, lane.name ?? ''),
        role: extensionProperties(lane)['role'] ?? null,
      };
      return many(lane, 'flowNodeRef').map((node) => [node.id ?? '', found] as const);
    }),
  );
}

interface ProcessFacts {
  process: ModdleElement;
  order: Map<string, number>;
  lanes: Map<string, LaneOf>;
}

function readElement(node: ModdleElement, facts: ProcessFacts): CaseElement {
  const properties = extensionProperties(node);
  const parent = node.$parent && node.$parent !== facts.process ? node.$parent : null;
  const lane = laneOf(node, facts);
  const candidateGroups = splitList(attribute(node, 'camunda:candidateGroups') ?? '');
  return {
    id: node.id ?? '',
    name: node.name ?? '',
    names: namesOf(node, node.name || (node.id ?? '')),
    type: localType(node),
    properties,
    outcomes: splitList(properties['outcomes'] ?? ''),
    noteRequired: splitList(properties['noteRequired'] ?? ''),
    answeredBy: properties['answeredBy'] ?? null,
    labels: readLabels(properties),
    formId: attribute(node, 'camunda:formRef'),
    topic: attribute(node, 'camunda:topic'),
    candidateGroups,
    calledElement: attribute(node, 'calledElement'),
    lane: lane?.names ?? null,
    role: roleOfGroups(candidateGroups) ?? lane?.role ?? null,
    parent: parent?.id ?? null,
    attachedTo: one(node, 'attachedToRef')?.id ?? null,
    multiInstance: one(node, 'loopCharacteristics') !== undefined,
    startedByEvent: node.get('triggeredByEvent') === true || node.get('isForCompensation') === true,
    isEventSubProcess: isA(node, 'bpmn:SubProcess') && node.get('triggeredByEvent') === true,
    ...readEvent(node),
    order: facts.order.get(node.id ?? '') ?? facts.order.size,
  };
}

function readEvent(node: ModdleElement): Pick<CaseElement, 'event' | 'waitsFor' | 'undoneBy'> {
  const definition = isA(node, 'bpmn:Event') ? many(node, 'eventDefinitions')[0] : undefined;
  // A receive task waits for a message as an event does.
  const message = isA(node, 'bpmn:ReceiveTask') ? one(node, 'messageRef') : undefined;
  if (!definition) return { event: null, waitsFor: message?.name ?? null, undoneBy: null };
  const event = localType(definition).replace(/EventDefinition$/, '');
  const time = ['timeDate', 'timeDuration', 'timeCycle'].flatMap((kind) =>
    event === 'timer' && one(definition, kind) ? [one(definition, kind)!] : [],
  )[0];
  const waitsFor = time
    ? attribute(time, 'body')
    : event === 'message'
      ? (one(definition, 'messageRef')?.name ?? null)
      : null;
  return { event, waitsFor, undoneBy: event === 'compensate' ? handlerOf(node) : null };
}

function handlerOf(event: ModdleElement): string | null {
  const association = many(event.$parent!, 'artifacts').find(
    (artifact) => isA(artifact, 'bpmn:Association') && one(artifact, 'sourceRef') === event,
  );
  return (association && one(association, 'targetRef')?.id) ?? null;
}

function laneOf(node: ModdleElement, facts: ProcessFacts): LaneOf | undefined {
  for (let current: ModdleElement | undefined = node; current; current = current.$parent) {
    const lane = facts.lanes.get(current.id ?? '');
    if (lane) return lane;
    if (current === facts.process) return undefined;
  }
  return undefined;
}

function roleOfGroups(groups: string[]): string | null {
  const variable = /^\$\{(\w+)\}$/.exec(groups[0] ?? '')?.[1];
  return variable === undefined ? null : (roleOfGroupVariable[variable] ?? null);
}

function readLabels(properties: Record<string, string>): Record<string, Text> {
  const labels = Object.entries(properties).filter(([name]) => name.startsWith('label:'));
  return Object.fromEntries(
    labels.map(([name, value]) => {
      const [id = '', en = id] = value.split('|');
      return [name.slice('label:'.length), { id: id.trim(), en: en.trim() }];
    }),
  );
}

/** `a, b` -> `['a', 'b']`. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
