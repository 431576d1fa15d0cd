import type { DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import type { EventType } from '@lampid/processes/find-events';
import type { OfficeKey } from '@lampid/db/registry/office-key';
import type { ModelCache } from './runner/model-cache.js';

/** What handlers share: the world outside and the event types of this installation. */
export interface Services {
  dukcapil: DukcapilClient;
  events: ReadonlyMap<string, EventType>;
  models: ModelCache;
  officeKey: OfficeKey;
  /** `PP.KK` of this installation. */
  city: string;
  /** Waits between re-submissions to a SIAK that does not answer, ms; the last one repeats. */
  resubmitDelaysMs: readonly number[];
  /** How long to wait for an acknowledgement before the posting is sent again, ms. */
  acknowledgementMs: number;
  /** Address of the web, without a slash at its end. */
  publicUrl: string;
  now(): Date;
}
