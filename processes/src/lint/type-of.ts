import type { EventDefinition } from '../define-event.js';

/** What the lint asks of the event type that this process belongs to; undefined when it is none. */
export type TypeOf = (processKey: string) => Pick<EventDefinition, 'schema' | 'effectVariables'> | undefined;
