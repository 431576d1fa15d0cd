/** Elements that a migration has to speak about: where a case can stand, what surrounds it, and what it may still wait for. */
import type { CaseElement } from '@lampid/processes/case-model';

const STANDS = new Set([
  ...['userTask', 'serviceTask', 'sendTask', 'businessRuleTask', 'receiveTask', 'callActivity'],
  ...['subProcess', 'transaction', 'eventBasedGateway', 'parallelGateway', 'inclusiveGateway'],
]);
/** An error or an escalation is not waited for: it happens inside of one step. */
const WAITED_FOR = new Set(['timer', 'message', 'signal', 'conditional', 'compensate']);

/** Start events only of event sub-processes: those stand open as long as what they are in. */
export function isPlace(element: CaseElement, elements: ReadonlyMap<string, CaseElement>): boolean {
  if (STANDS.has(element.type)) return true;
  if (element.event === null || !WAITED_FOR.has(element.event)) return false;
  if (element.type === 'startEvent')
    return element.parent !== null && elements.get(element.parent)?.isEventSubProcess === true;
  return element.type === 'boundaryEvent' || element.type === 'intermediateCatchEvent';
}

/** In the order of the model. */
export function placesOf(elements: ReadonlyMap<string, CaseElement>): CaseElement[] {
  return [...elements.values()].filter((element) => isPlace(element, elements));
}
