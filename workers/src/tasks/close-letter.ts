import { closeLetter as close } from '@lampid/db/registry/move-letters';
import { closeLetter as contract } from '@lampid/processes/tasks/close-letter';
import { handleTask, ok, PermanentFailure } from '../runner/task-handler.js';
import type { Services } from '../services.js';

const LOOK_AGAIN_MS = 24 * 60 * 60 * 1000;

/** Expires or cancels our SKPWNI (property `closeAs`). Loses to a reservation made meanwhile. */
export const closeLetter = handleTask<Services, typeof contract.input>(contract, (run) =>
  run.once(async (tx) => {
    const status = run.properties.closeAs;
    if (status !== 'expired' && status !== 'cancelled') {
      throw new PermanentFailure(`element ${run.work.element} must say closeAs expired or cancelled`);
    }
    const letterClosed = await close(tx, { reportId: run.input.reportId, status });
    // Reserved meanwhile: the case waits on for the arrival and looks again later.
    const lookAgain = new Date(run.services.now().getTime() + LOOK_AGAIN_MS).toISOString();
    return ok(
      letterClosed ? { letterClosed, letterClosedAs: status } : { letterClosed, letterExpiresAt: lookAgain },
    );
  }),
);
