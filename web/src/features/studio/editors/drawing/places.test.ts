import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { Element } from 'bpmn-js/lib/model/Types';
import { expect, it } from 'vitest';
import { placeOf, placesFor } from './places.js';
import type { Standing } from './element-kinds.js';

const KINDS: Record<string, string[]> = {
  SequenceFlow: [],
  ExclusiveGateway: ['FlowNode', 'Gateway'],
  UserTask: ['FlowNode', 'Activity'],
  SubProcess: ['FlowNode', 'Activity'],
};

/** As much of a drawn element as places are read from. */
function drawn(id: string, type: string, x: number, more: object = {}): Element {
  const kinds = [type, ...(KINDS[type] ?? ['FlowNode'])];
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
  const places = (stands: Standing) => placesFor(stands, registry, (name) => `${name} → +`);
  const behind = [
    { id: 'wanted', label: 'Perlu? → +' },
    { id: 'work', label: 'Kerjakan →' },
  ];
  expect(places('flow')).toEqual([
    { id: 'first', label: 'Dilaporkan → Perlu?' },
    { id: 'no', label: 'Perlu? → Selesai (Tidak)' },
    { id: 'yes', label: 'Perlu? → Kerjakan (Ya)' },
    ...behind,
  ]);
  expect(places('end')).toEqual(behind);
  expect(places('border')).toEqual([{ id: 'work', label: 'Kerjakan' }]);
  expect(places('scope').map(({ id }) => id)).toEqual(['cancellation']);
  expect(places('lane')).toEqual([]);
});

it('begins with the place of what is chosen, where that is only one', () => {
  const registry = { getAll: () => elements } as unknown as ElementRegistry;
  const places = placesFor('flow', registry, (name) => name);
  expect(placeOf(yes, places)).toBe('yes');
  expect(placeOf(start, places)).toBe('first');
  expect(placeOf(work, places)).toBe('work');
  expect(placeOf(gateway, places)).toBe('wanted');
  for (const element of [end, undefined]) expect(placeOf(element, places)).toBe('');
  // Two ways lead out, and none of them is meant.
  const flows = places.filter(({ id }) => id !== 'wanted');
  expect(placeOf(gateway, flows)).toBe('');
});
