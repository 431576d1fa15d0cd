/** What a model allows each of its elements: how a case may come to it, and where it goes on from there. Pure. */
import { allNodes, eventDefinition, nodesOf } from '../lint/walk-model.js';
import { isA, localType, many, one, parseBpmn, type ModdleElement } from '../moddle.js';

export interface StepRule {
  id: string;
  /** The element's name, its id where it has none. */
  name: string;
  /** BPMN type in camelCase. */
  type: string;
  /** Id of the enclosing sub-process, or null. */
  scope: string | null;
  /**
   * How a case comes here: it begins, a sequence flow leads here, an event at a host happens, an event sub-process is triggered,
   * or something that was done is undone.
   */
  entry: 'start' | 'flow' | 'boundary' | 'event-sub-process' | 'compensation';
  /** Number of flows that lead here. */
  incoming: number;
  /** A parallel join: goes on when all that lead here have arrived. */
  joinsAll: boolean;
  /** Of a boundary event: the activity that it is attached to. */
  host: string | null;
  /** Of a boundary event or an event sub-process: whether it ends what it interrupts. */
  interrupting: boolean;
  /** Of a compensation handler: the activity that it undoes. */
  undoes: string | null;
  /** Throws the compensation of what was done before. */
  compensates: boolean;
  /** Where the case may go on. */
  outgoing: string[];
  /** How many of `outgoing` it goes on to; `any` where it is not known that one at least must follow. */
  leaves: 'one' | 'all' | 'some' | 'any';
  /** Waits for the first of several events, which ends it as if it were cancelled. */
  waitsForEvents: boolean;
  isEnd: boolean;
  /** An end that also ends whatever else goes on around it (terminate, error). */
  endsScope: boolean;
}

export type StepRules = ReadonlyMap<string, StepRule>;

/** @returns the rules by element id. Rejects when it is no BPMN. @throws Error when the document has no such process */
export async function readStepRules(bpmnXml: string, processKey: string): Promise<StepRules> {
  const { definitions } = await parseBpmn(bpmnXml);
  const process = many(definitions, 'rootElements').find(
    (element) => isA(element, 'bpmn:Process') && element.id === processKey,
  );
  if (!process) throw new Error(`the document has no process ${processKey}`);
  const nodes = allNodes(process);
  const scopes = [process, ...nodes.filter((node) => isA(node, 'bpmn:SubProcess'))];
  const flows = scopes.flatMap((scope) =>
    many(scope, 'flowElements').filter((element) => isA(element, 'bpmn:SequenceFlow')),
  );
  const undone = new Map(scopes.flatMap(compensations));
  return new Map(nodes.map((node) => [node.id ?? '', ruleOf(node, { process, nodes, flows, undone })]));
}

interface Model {
  process: ModdleElement;
  nodes: ModdleElement[];
  flows: ModdleElement[];
  /** Compensation handler -> activity that it undoes. */
  undone: Map<string, string>;
}

function ruleOf(node: ModdleElement, { process, nodes, flows, undone }: Model): StepRule {
  const id = node.id ?? '';
  const outgoing = flows.filter((flow) => one(flow, 'sourceRef') === node);
  const incoming = flows.filter((flow) => one(flow, 'targetRef') === node);
  const host = one(node, 'attachedToRef')?.id ?? null;
  const isEnd = isA(node, 'bpmn:EndEvent');
  const linked = linkedCatch(node, nodes);
  return {
    ...{ id, name: node.name || id, type: localType(node) },
    scope: node.$parent && node.$parent !== process ? (node.$parent.id ?? null) : null,
    entry: entryOf(node),
    incoming: incoming.length,
    joinsAll: isA(node, 'bpmn:ParallelGateway') && incoming.length > 1,
    host,
    interrupting: host !== null ? node.get('cancelActivity') !== false : isInterrupting(node),
    undoes: undone.get(id) ?? null,
    compensates: host === null && eventDefinition(node, 'bpmn:CompensateEventDefinition') !== undefined,
    outgoing: [...outgoing.flatMap((flow) => one(flow, 'targetRef')?.id ?? []), ...linked],
    leaves: leavesOf(node, { incoming, outgoing }),
    waitsForEvents: isA(node, 'bpmn:EventBasedGateway'),
    isEnd,
    endsScope:
      isEnd &&
      ['bpmn:TerminateEventDefinition', 'bpmn:ErrorEventDefinition', 'bpmn:CancelEventDefinition'].some(
        (type) => eventDefinition(node, type) !== undefined,
      ),
  };
}

function entryOf(node: ModdleElement): StepRule['entry'] {
  if (isA(node, 'bpmn:StartEvent')) return 'start';
  if (isA(node, 'bpmn:BoundaryEvent')) return 'boundary';
  if (isA(node, 'bpmn:Activity') && node.get('isForCompensation') === true) return 'compensation';
  if (isA(node, 'bpmn:SubProcess') && node.get('triggeredByEvent') === true) return 'event-sub-process';
  // The catching half of a link is led to by its throwing half.
  return 'flow';
}

/** Of an event sub-process its start says it. */
function isInterrupting(node: ModdleElement): boolean {
  if (!isA(node, 'bpmn:SubProcess') || node.get('triggeredByEvent') !== true) return false;
  return nodesOf(node).some(
    (inner) => isA(inner, 'bpmn:StartEvent') && inner.get('isInterrupting') !== false,
  );
}

function leavesOf(
  node: ModdleElement,
  { incoming, outgoing }: { incoming: ModdleElement[]; outgoing: ModdleElement[] },
): StepRule['leaves'] {
  if (isA(node, 'bpmn:ExclusiveGateway') || isA(node, 'bpmn:EventBasedGateway')) return 'one';
  if (isA(node, 'bpmn:ParallelGateway')) return 'all';
  // A join of these waits for what can still come: not every arrival goes on.
  if (isA(node, 'bpmn:InclusiveGateway') || isA(node, 'bpmn:ComplexGateway'))
    return incoming.length > 1 ? 'any' : 'some';
  return outgoing.some((flow) => one(flow, 'conditionExpression') !== undefined) ? 'some' : 'all';
}

function linkedCatch(node: ModdleElement, nodes: ModdleElement[]): string[] {
  const link = isA(node, 'bpmn:IntermediateThrowEvent') && eventDefinition(node, 'bpmn:LinkEventDefinition');
  if (!link) return [];
  return nodes
    .filter((other) => isA(other, 'bpmn:IntermediateCatchEvent') && other.$parent === node.$parent)
    .filter((other) => eventDefinition(other, 'bpmn:LinkEventDefinition')?.name === link.name)
    .flatMap(({ id }) => id ?? []);
}

/** `[handler, activity]` of a scope: an association leads from the compensation event at the activity to its handler. */
function compensations(scope: ModdleElement): [string, string][] {
  return many(scope, 'artifacts').flatMap((association): [string, string][] => {
    if (!isA(association, 'bpmn:Association')) return [];
    const host = one(one(association, 'sourceRef') ?? association, 'attachedToRef')?.id;
    const handler = one(association, 'targetRef')?.id;
    return host && handler ? [[handler, host]] : [];
  });
}
