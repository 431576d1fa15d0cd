/** Where a model carries the English name of an element: BPMN has room for one name only. */

/** The extension property that holds it. */
export const ENGLISH_NAME = 'name:en';

/** BPMN types whose names people read: on the drawing, in their tasks, in the course of a case. */
export const NAMED_TYPES = [
  'bpmn:Process',
  'bpmn:Participant',
  'bpmn:Lane',
  'bpmn:FlowNode',
  'bpmn:SequenceFlow',
];
