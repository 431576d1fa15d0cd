/** Files of a model that the engine is given: the same for who draws them, who judges them and who deploys them. */

const ENDING = /\.(bpmn|dmn|form)$/;

/** Model, table or form; code and README of an event type are none. */
export const isModelFile = (name: string): boolean => ENDING.test(name);

/** A whole name that is taken from a browser: no folder, nothing that a shell or a path would read. */
export const MODEL_FILE_NAME = /^[\w.-]{1,100}\.(bpmn|dmn|form)$/;

export const MAX_MODEL_FILE_BYTES = 1_000_000;
