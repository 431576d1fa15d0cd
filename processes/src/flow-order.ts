/** The place of every node of a process: topological along the flows, with loops broken where they lead back. */
import { isA, many, one, type ModdleElement } from './moddle.js';

/**
 * Node id -> 0, 1, 2, ... A sub-process is followed by its content, an activity by its boundary events, then by what comes
 * after. Nodes that no flow reaches (event sub-processes, compensation handlers) come last, in the order of the document.
 */
export function flowOrder(process: ModdleElement): Map<string, number> {
  return new Map(orderScope(process).map((node, index) => [node.id ?? '', index]));
}

function orderScope(scope: ModdleElement): ModdleElement[] {
  const nodes = many(scope, 'flowElements').filter((element) => isA(element, 'bpmn:FlowNode'));
  const next = successors(scope, nodes);
  const done = new Set<ModdleElement>();
  const finished: ModdleElement[] = [];
  const visit = (node: ModdleElement) => {
    if (done.has(node)) return;
    done.add(node);
    // Reversed here and below, so that of two branches the one drawn first stays first.
    for (const target of [...(next.get(node) ?? [])].reverse()) visit(target);
    finished.push(node);
  };
  for (const start of nodes.filter((node) => isA(node, 'bpmn:StartEvent')).reverse()) visit(start);
  const sorted = [...finished.reverse(), ...nodes.filter((node) => !done.has(node))];
  return sorted.flatMap((node) => [node, ...(isA(node, 'bpmn:SubProcess') ? orderScope(node) : [])]);
}

function successors(scope: ModdleElement, nodes: ModdleElement[]): Map<ModdleElement, ModdleElement[]> {
  const next = new Map<ModdleElement, ModdleElement[]>(nodes.map((node) => [node, []]));
  for (const node of nodes) {
    const host = isA(node, 'bpmn:BoundaryEvent') ? one(node, 'attachedToRef') : undefined;
    if (host) next.get(host)?.push(node);
  }
  for (const element of many(scope, 'flowElements')) {
    if (!isA(element, 'bpmn:SequenceFlow')) continue;
    const source = one(element, 'sourceRef');
    const target = one(element, 'targetRef');
    if (source && target) next.get(source)?.push(target);
  }
  return next;
}
