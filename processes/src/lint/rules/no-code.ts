import { isA, type ModdleElement } from '../../moddle.js';
import { defineRule, type Report } from '../define-rule.js';
import { allElements, findable } from '../walk-model.js';

/** BPMN that our engines, pages and workers know. Anything else is refused: some of it runs code. */
const elements = new Set(
  [
    ...[
      'Definitions',
      'Collaboration',
      'Participant',
      'Process',
      'LaneSet',
      'Lane',
      'SequenceFlow',
      'FormalExpression',
    ],
    ...[
      'Association',
      'TextAnnotation',
      'Group',
      'Category',
      'CategoryValue',
      'Documentation',
      'ExtensionElements',
    ],
    ...['StartEvent', 'EndEvent', 'IntermediateCatchEvent', 'IntermediateThrowEvent', 'BoundaryEvent'],
    ...['UserTask', 'ServiceTask', 'CallActivity', 'SubProcess', 'MultiInstanceLoopCharacteristics'],
    ...['ExclusiveGateway', 'ParallelGateway', 'EventBasedGateway'],
    ...[
      'TimerEventDefinition',
      'MessageEventDefinition',
      'ErrorEventDefinition',
      'CompensateEventDefinition',
    ],
    ...['TerminateEventDefinition', 'LinkEventDefinition', 'Message', 'Error'],
  ].map((name) => `bpmn:${name}`),
);
const extensions = new Set(['camunda:Properties', 'camunda:Property', 'camunda:In', 'camunda:Out']);
const attributes = new Set([
  ...['type', 'topic', 'taskPriority', 'formRef', 'formRefBinding', 'candidateGroups', 'dueDate'],
  ...['calledElementBinding', 'historyTimeToLive', 'versionTag'],
  ...['asyncBefore', 'asyncAfter', 'exclusive', 'isStartableInTasklist'],
  ...['modelerTemplate', 'modelerTemplateVersion'],
]);
/** Of `camunda:In` and `camunda:Out`: plain mappings of named variables. */
const mappingAttributes = new Set(['source', 'target', 'businessKey']);
const propertyAttributes = new Set(['id', 'name', 'value']);

/** No script, listener, connector, delegate or other vendor's extension: the work is done by workers, seen and retried. */
export const noCode = defineRule({
  name: 'no-code',
  check(element, report) {
    if (isA(element, 'bpmn:Definitions')) reportCode(element, report);
  },
});

/** The same for who has no bundle to judge: a model that is only compared. */
export function reportCode(definitions: ModdleElement, report: Report): void {
  for (const found of allElements(definitions)) {
    if (isDrawing(found)) continue;
    const known = elements.has(found.$type) || extensions.has(found.$type);
    if (!known)
      report(findable(found), {
        id: `${found.$type} tidak boleh dipakai dalam model`,
        en: `${found.$type} may not be used in a model`,
      });
    else checkAttributes(found, report);
  }
}

function isDrawing(element: ModdleElement): boolean {
  return /^(bpmndi|dc|di):/.test(element.$type);
}

interface Described {
  $descriptor?: { properties?: { name: string; isAttr?: boolean; ns: { name: string } }[] };
}

function checkAttributes(element: ModdleElement, report: Report): void {
  const allowed = allowedAttributes(element);
  const present = ((element as Described).$descriptor?.properties ?? [])
    .filter((property) => property.isAttr && Object.hasOwn(element, property.name))
    .map((property) => property.ns.name)
    .filter((name) => name.startsWith('camunda:') && !allowed.has(name.slice('camunda:'.length)));
  // Attributes of a language that we do not read; an engine may.
  const foreign = Object.entries(element.$attrs ?? {})
    .filter(([name, value]) => !isHarmless(element, name, value))
    .map(([name]) => name);
  for (const name of [...present, ...foreign])
    report(findable(element), {
      id: `Atribut ${name} tidak boleh dipakai dalam model`,
      en: `The attribute ${name} may not be used in a model`,
    });
}

/** A prefix means what the file says it means: `modeler:class` may be the engine's own. */
const MODELER = 'http://camunda.org/schema/modeler/1.0';

/** Declarations, and what the modeler notes about itself at the top of its file. */
function isHarmless(element: ModdleElement, name: string, value: string): boolean {
  if (name === 'xmlns:modeler') return value === MODELER;
  if (name.startsWith('modeler:')) return isA(element, 'bpmn:Definitions');
  return /^(xmlns(:|$)|xsi:(type|schemaLocation)$)/.test(name);
}

function allowedAttributes({ $type }: ModdleElement): Set<string> {
  if ($type === 'camunda:Property') return propertyAttributes;
  return $type.startsWith('camunda:') ? mappingAttributes : attributes;
}
