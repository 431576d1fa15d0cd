/** A queue as server-sent events (WHATWG HTML 9.2): `counts` at once and after every change. */
import type { Response } from 'express';
import { SENT } from '../http/route.js';
import type { Caller } from '../identity/authorize.js';
import type { QueueWatch } from './queue-watch.js';

const HEARTBEAT_MS = 20_000;
/** Then the browser comes back by itself, and is asked again who it is. */
const LIFE_MS = 10 * 60_000;
const RETRY_MS = 2_000;

export function streamQueue(
  watch: QueueWatch,
  input: {
    caller: Caller;
    response: Response;
    /** The caller's groups as they are by now: an absence of another officer begins or ends in the meantime. */
    groupsNow: () => Promise<string[]>;
  },
): typeof SENT {
  const { caller, response, groupsNow } = input;
  const end = () => response.end();
  // Before the head is sent: too many watchers are told so with a status.
  const stop = watch.watch({
    ...{ username: caller.username, groups: caller.groups, end },
    tell: (counts) => response.write(`event: counts\ndata: ${JSON.stringify(counts)}\n\n`),
  });
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    // nginx would hold the events back until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
  response.write(`retry: ${RETRY_MS}\n\n`);
  const heartbeat = setInterval(() => {
    response.write(': \n\n');
    void groupsNow().then(
      // The browser comes back at once, for its groups of now.
      (groups) => groups.join() !== caller.groups.join() && end(),
      // Who cannot be asked after now is asked after at the next beat.
      () => undefined,
    );
  }, HEARTBEAT_MS);
  const life = setTimeout(end, LIFE_MS);
  response.on('close', () => {
    stop();
    clearInterval(heartbeat);
    clearTimeout(life);
  });
  return SENT;
}
