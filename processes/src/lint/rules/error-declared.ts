import { attribute, isA, one, type ModdleElement } from '../../moddle.js';
import type { BundleFacts } from '../bundle-facts.js';
import { defineRule } from '../define-rule.js';
import { allNodes, boundaryEvents, errorCode, nameOf, nodesOf, processOf } from '../walk-model.js';

/** A boundary error event names a code that its activity can raise, and every code that can be raised is caught. */
export const errorDeclared = defineRule({
  name: 'error-declared',
  check(element, report, facts) {
    if (isA(element, 'bpmn:BoundaryEvent')) checkCatch(element);
    const isSource =
      isA(element, 'bpmn:ServiceTask') || isA(element, 'bpmn:CallActivity') || isA(element, 'bpmn:EndEvent');
    if (isSource) for (const code of ownCodes(element, facts)) checkCaught(element, code);

    function checkCatch(event: ModdleElement): void {
      const code = errorCode(event);
      const host = one(event, 'attachedToRef');
      if (code === undefined || !host) return;
      if (code === null)
        report(event, {
          id: `"${nameOf(event)}" tidak menyebut kode kesalahan`,
          en: `"${nameOf(event)}" names no error code`,
        });
      else if (!raisable(host, facts).has(code))
        report(event, {
          id: `"${nameOf(host)}" tidak pernah menimbulkan kesalahan ${code}`,
          en: `"${nameOf(host)}" never raises the error ${code}`,
        });
    }

    function checkCaught(source: ModdleElement, code: string): void {
      for (
        let host: ModdleElement | undefined = source;
        host && !isA(host, 'bpmn:Process');
        host = host.$parent
      )
        if (boundaryEvents(host).some((event) => errorCode(event) === code)) return;
      // The end of a called process hands its error to the caller, where it is checked again.
      if (isA(source, 'bpmn:EndEvent') && isCalled(processOf(source), facts)) return;
      report(source, {
        id: `Tidak ada yang menangkap kesalahan ${code} dari "${nameOf(source)}"`,
        en: `Nothing catches the error ${code} of "${nameOf(source)}"`,
      });
    }
  },
});

/** Codes that leave this activity when nothing inside of it catches them. */
function raisable(activity: ModdleElement, facts: BundleFacts): Set<string> {
  if (!isA(activity, 'bpmn:SubProcess')) return new Set(ownCodes(activity, facts));
  return new Set(escaping(activity, facts));
}

function ownCodes(node: ModdleElement, facts: BundleFacts): string[] {
  if (isA(node, 'bpmn:ServiceTask'))
    return Object.keys(facts.contracts.get(attribute(node, 'camunda:topic') ?? '')?.errors ?? {});
  if (isA(node, 'bpmn:CallActivity')) {
    const called = facts.processes.get(attribute(node, 'calledElement') ?? '');
    return called && called !== processOf(node) ? escaping(called, facts) : [];
  }
  if (isA(node, 'bpmn:EndEvent')) return [errorCode(node)].filter((code) => typeof code === 'string');
  return [];
}

function escaping(scope: ModdleElement, facts: BundleFacts): string[] {
  return nodesOf(scope).flatMap((node) => {
    const caught = new Set(boundaryEvents(node).map(errorCode));
    const codes = isA(node, 'bpmn:SubProcess') ? escaping(node, facts) : ownCodes(node, facts);
    return codes.filter((code) => !caught.has(code));
  });
}

function isCalled(process: ModdleElement | undefined, facts: BundleFacts): boolean {
  return [...facts.processes.values()].some((caller) =>
    allNodes(caller).some(
      (node) => process?.id !== undefined && attribute(node, 'calledElement') === process.id,
    ),
  );
}
