import { loadLetter } from '@lampid/db/integration/letters';
import { confirmArrival as contract } from '@lampid/processes/tasks/confirm-arrival';
import { handleTask, ok, PermanentFailure } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { arrivalsOf } from './arrivals-of.js';
import { reportOf } from './report-of.js';

/** Tells the origin that person n (`loopCounter`) of the letter has been registered here. */
export const confirmArrival = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, input } = run;
  const { report } = await reportOf(dataSource.manager, services, input.reportId);
  const letter = await loadLetter(dataSource.manager, { reportId: report.id, revision: report.revision });
  const nik = arrivalsOf(report.data)[input.loopCounter];
  if (!letter || nik === undefined) throw new PermanentFailure('nobody to confirm at the origin');
  const answer = await services.dukcapil.confirmArrival(
    { number: letter.number, nik, reservationId: report.id },
    { traceparent: run.traceparent ?? undefined },
  );
  if (answer.kind === 'unavailable') throw new Error(`city of origin cannot be told (${answer.reason})`);
  if (answer.kind === 'refused')
    throw new PermanentFailure(`origin refuses the confirmation: ${answer.reason}`);
  return ok();
});
