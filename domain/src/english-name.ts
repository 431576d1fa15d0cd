/** The extension property (`camunda:property`) in which a model carries the English name of an element: BPMN has room for one name only. */
export const ENGLISH_NAME = 'name:en';
