import { loadAnyLetter } from '@lampid/db/integration/letters';
import { releaseLetter as contract } from '@lampid/processes/tasks/release-letter';
import { handleTask, ok } from '../runner/task-handler.js';
import type { Services } from '../services.js';

/** Compensation of `reserve-letter` and the confirmations: gives the SKPWNI back to its origin (idempotent there). */
export const releaseLetter = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const letter = await loadAnyLetter(run.dataSource.manager, run.input.reportId);
  if (!letter) return ok();
  const answer = await run.services.dukcapil.releaseLetter(
    { number: letter.number, reservationId: run.input.reportId },
    { traceparent: run.traceparent ?? undefined },
  );
  if (answer.kind === 'unavailable') throw new Error(`city of origin cannot be told (${answer.reason})`);
  return ok();
});
