import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { Element } from 'bpmn-js/lib/model/Types';
import { expect, it } from 'vitest';
import { placeOf, stepPlaces } from './step-places.js';

/** As much of a drawn element as places are read from. */
function drawn(id: string, type: string, x: number, more: object = {}): Element {
  const kinds = type === 'SequenceFlow' ? [type] : [type, 'FlowNode'];
  return {
    ...{ id, x, y: 0, parent: {}, outgoing: [] as Element[] },
    businessObject: { name: '', $instanceOf: (asked: string) => kinds.includes(asked.slice('bpmn:'.length)) },
    ...more,
  } as unknown as Element;
}

const named = (element: Element, name: string): Element => {
  element.businessObject.name = name;
  return element;
};

function flow(id: string, source: Element, target: Element): Element {
  const connection = drawn(id, 'SequenceFlow', 0, { source, target });
  (source.outgoing as { id: string }[]).push(connection);
  return connection;
}

const start = named(drawn('start', 'StartEvent', 0), 'Dilaporkan');
const gateway = named(drawn('wanted', 'ExclusiveGateway', 100), 'Perlu?');
const work = named(drawn('work', 'UserTask', 200), 'Kerjakan');
const end = named(drawn('end', 'EndEvent', 300), 'Selesai');
const first = flow('first', start, gateway);
const yes = named(flow('yes', gateway, work), 'Ya');
const no = named(flow('no', gateway, end), 'Tidak');
const elements = [no, yes, first, end, work, gateway, start];

it('offers every flow and every loose end by the names around it, in the order of the drawing', () => {
  const label = drawn('first_label', 'SequenceFlow', 50, { labelTarget: first });
  const plane = drawn('closed_plane', 'SubProcess', 0, { parent: undefined });
  const event = drawn('cancellation', 'SubProcess', 0);
  event.businessObject.triggeredByEvent = true;
  const registry = { getAll: () => [...elements, label, plane, event] } as unknown as ElementRegistry;
  expect(stepPlaces(registry)).toEqual([
    { id: 'first', label: 'Dilaporkan → Perlu?' },
    { id: 'no', label: 'Perlu? → Selesai (Tidak)' },
    { id: 'yes', label: 'Perlu? → Kerjakan (Ya)' },
    { id: 'work', label: 'Kerjakan →' },
  ]);
});

it('begins with the place of what is chosen, where that is only one', () => {
  expect(placeOf(yes)).toBe('yes');
  expect(placeOf(start)).toBe('first');
  expect(placeOf(work)).toBe('work');
  // Two ways lead out, or none at all.
  for (const element of [gateway, end, undefined]) expect(placeOf(element)).toBe('');
});
