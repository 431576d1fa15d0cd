import { caseMessages, startVariables } from '../../case-variables.js';
import { attribute, extensionProperties, isA, many, one, type ModdleElement } from '../../moddle.js';
import { variablesIn } from '../../portable-expression.js';
import type { BundleFacts } from '../bundle-facts.js';
import { defineRule } from '../define-rule.js';
import { allElements, allNodes, findable, textsOf } from '../walk-model.js';

/** What an expression or a called model asks for is set by somebody: the engine stops a case at a variable that never was. */
export const variableSet = defineRule({
  name: 'variable-set',
  check(process, report, facts) {
    if (!isA(process, 'bpmn:Process') || process.get('isExecutable') !== true) return;
    const known = variablesOf(process, facts);
    const told = new Set<string>();
    for (const element of allElements(process))
      for (const name of askedBy(element)) {
        const owner = findable(element);
        const once = `${owner.id} ${name}`;
        if (known.has(name) || told.has(once)) continue;
        told.add(once);
        const listed = [...known].sort().join(', ');
        report(owner, {
          id: `Tidak ada yang mengisi variabel "${name}" dalam model ini; yang ada: ${listed}`,
          en: `Nothing in this model sets the variable "${name}"; there are ${listed}`,
        });
      }
  },
});

function askedBy(element: ModdleElement): string[] {
  const handed = element.$type === 'camunda:In' ? attribute(element, 'source') : null;
  return [...textsOf(element).flatMap(variablesIn), ...(handed === null ? [] : [handed])];
}

/** In whatever order: which steps come before others is not asked. */
function variablesOf(process: ModdleElement, facts: BundleFacts): Set<string> {
  const key = process.id ?? '';
  const nodes = allNodes(process);
  const callers = [...facts.processes.values()].flatMap(allNodes).filter((node) => calls(node, key));
  const beginning =
    callers.length > 0 ? callers.flatMap((call) => mapped(call, 'camunda:In')) : startVariables(key);
  return new Set([...beginning, ...nodes.flatMap((node) => setBy(node, facts, key))]);
}

const calls = (node: ModdleElement, key: string) =>
  isA(node, 'bpmn:CallActivity') && attribute(node, 'calledElement') === key;

function setBy(node: ModdleElement, facts: BundleFacts, processKey: string): string[] {
  const repeated = one(node, 'loopCharacteristics') ? LOOP : [];
  const told = messagesOf(node).flatMap((message) => caseMessages[message] ?? []);
  return [...repeated, ...told, ...setByActivity(node, facts, processKey)];
}

/** The engine's own, for each of several. */
const LOOP = ['loopCounter', 'nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances'];

function setByActivity(node: ModdleElement, facts: BundleFacts, processKey: string): string[] {
  if (isA(node, 'bpmn:CallActivity')) return mapped(node, 'camunda:Out');
  if (isA(node, 'bpmn:UserTask'))
    return 'outcomes' in extensionProperties(node) ? [`${node.id}_outcome`] : [];
  const contract = facts.contracts.get(attribute(node, 'camunda:topic') ?? '');
  if (!contract) return [];
  const others = contract.output.def.catchall ? (facts.typeOf(processKey)?.effectVariables ?? []) : [];
  return [...Object.keys(contract.output.shape), ...others];
}

function mapped(call: ModdleElement, type: 'camunda:In' | 'camunda:Out'): string[] {
  return many(one(call, 'extensionElements') ?? call, 'values')
    .filter(({ $type }) => $type === type)
    .map((mapping) => attribute(mapping, 'target'))
    .filter((target) => target !== null);
}

/** Names of the messages that this event or task waits for. */
function messagesOf(node: ModdleElement): string[] {
  return [node, ...many(node, 'eventDefinitions')].flatMap((holder) => one(holder, 'messageRef')?.name ?? []);
}
