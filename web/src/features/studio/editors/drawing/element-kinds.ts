/** What can be put into a drawing besides the steps that templates make. */
import type { Text } from '@lampid/domain/rules/finding';
import type { StepTemplate } from '../../api/lint.js';

/**
 * Where an element can stand: in a flow or behind a step, only behind one, on the border of a step, free in a process or sub-process, below
 * a lane.
 */
export type Standing = 'flow' | 'end' | 'border' | 'scope' | 'lane';

export interface ElementKind {
  id: string;
  label: string;
  stands: Standing;
  type: string;
  eventDefinitionType?: string;
  /** A sub-process that begins with an event, not with a flow. */
  triggeredByEvent?: boolean;
  /** What the step does. */
  template?: StepTemplate;
}

interface DrawnKind extends Omit<ElementKind, 'label'> {
  label: Text;
}

const event = (type: string, definition?: string) => ({
  type: `bpmn:${type}`,
  ...(definition && { eventDefinitionType: `bpmn:${definition}EventDefinition` }),
});

const DRAWN: readonly DrawnKind[] = [
  {
    ...{ id: 'exclusive', stands: 'flow', type: 'bpmn:ExclusiveGateway' },
    label: { id: 'Gateway: satu dari beberapa jalan', en: 'Gateway: one of several ways' },
  },
  {
    ...{ id: 'parallel', stands: 'flow', type: 'bpmn:ParallelGateway' },
    label: { id: 'Gateway: semua jalan sekaligus', en: 'Gateway: all ways at once' },
  },
  {
    ...{ id: 'event-based', stands: 'flow', type: 'bpmn:EventBasedGateway' },
    label: { id: 'Gateway: peristiwa yang datang lebih dahulu', en: 'Gateway: the event that comes first' },
  },
  {
    ...{ id: 'timer', stands: 'flow', ...event('IntermediateCatchEvent', 'Timer') },
    label: { id: 'Menunggu waktu', en: 'Wait for a time' },
  },
  {
    ...{ id: 'message', stands: 'flow', ...event('IntermediateCatchEvent', 'Message') },
    label: { id: 'Menunggu pesan', en: 'Wait for a message' },
  },
  {
    ...{ id: 'undo', stands: 'flow', ...event('IntermediateThrowEvent', 'Compensate') },
    label: { id: 'Batalkan yang sudah dilakukan (kompensasi)', en: 'Undo what was done (compensation)' },
  },
  {
    ...{ id: 'call', stands: 'flow', type: 'bpmn:CallActivity' },
    label: { id: 'Panggil model lain', en: 'Call another model' },
  },
  {
    ...{ id: 'sub-process', stands: 'flow', type: 'bpmn:SubProcess' },
    label: { id: 'Subproses', en: 'Sub-process' },
  },
  {
    ...{ id: 'event-sub-process', stands: 'scope', type: 'bpmn:SubProcess', triggeredByEvent: true },
    label: { id: 'Subproses yang dimulai oleh pesan', en: 'Sub-process begun by a message' },
  },
  { ...{ id: 'end', stands: 'end', ...event('EndEvent') }, label: { id: 'Akhir', en: 'End' } },
  {
    ...{ id: 'terminate', stands: 'end', ...event('EndEvent', 'Terminate') },
    label: { id: 'Akhir yang menghentikan semuanya', en: 'End that stops everything' },
  },
  {
    ...{ id: 'error-end', stands: 'end', ...event('EndEvent', 'Error') },
    label: { id: 'Akhir dengan kesalahan', en: 'End with an error' },
  },
  {
    ...{ id: 'border-timer', stands: 'border', ...event('BoundaryEvent', 'Timer') },
    label: { id: 'Tepi langkah: batas waktu', en: 'Border of a step: time limit' },
  },
  {
    ...{ id: 'border-error', stands: 'border', ...event('BoundaryEvent', 'Error') },
    label: { id: 'Tepi langkah: kesalahan', en: 'Border of a step: error' },
  },
  {
    ...{ id: 'border-message', stands: 'border', ...event('BoundaryEvent', 'Message') },
    label: { id: 'Tepi langkah: pesan', en: 'Border of a step: message' },
  },
  {
    ...{ id: 'border-undo', stands: 'border', ...event('BoundaryEvent', 'Compensate') },
    label: { id: 'Tepi langkah: cara membatalkannya (kompensasi)', en: 'Border of a step: how it is undone' },
  },
  { ...{ id: 'lane', stands: 'lane', type: 'bpmn:Lane' }, label: { id: 'Jalur', en: 'Lane' } },
];

/** Steps by what they do, then everything else. */
export function elementKinds(
  templates: readonly StepTemplate[],
  text: (label: Text) => string,
): ElementKind[] {
  const steps = templates.map((template) => ({
    ...{ id: template.id, label: template.name, template },
    ...{ stands: 'flow' as const, type: template.appliesTo[0]! },
  }));
  return [...steps, ...DRAWN.map((kind) => ({ ...kind, label: text(kind.label) }))];
}
