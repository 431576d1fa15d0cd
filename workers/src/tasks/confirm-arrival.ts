import { loadLetter } from '@lampid/db/integration/letters';
import { confirmArrival as contract } from '@lampid/processes/tasks/confirm-arrival';
import { z } from 'zod';
import { handleTask, ok, PermanentFailure } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { reportOf } from './report-of.js';

/** Event types that arrive on a letter list the people by NIK in `arrivals`. */
const arrivalsOf = z.object({ arrivals: z.array(z.object({ nik: z.string() })) });

/** Tells the origin that person n (`loopCounter`) of the letter has been registered here. */
export const confirmArrival = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, input } = run;
  const { report } = await reportOf(dataSource.manager, services, input.reportId);
  const letter = await loadLetter(dataSource.manager, { reportId: report.id, revision: report.revision });
  const arrival = arrivalsOf.parse(report.data).arrivals[input.loopCounter];
  if (!letter || !arrival) throw new PermanentFailure('nobody to confirm at the origin');
  const answer = await services.dukcapil.confirmArrival(
    { number: letter.number, nik: arrival.nik, reservationId: report.id },
    { traceparent: run.traceparent ?? undefined },
  );
  if (answer.kind === 'unavailable') throw new Error(`city of origin cannot be told (${answer.reason})`);
  if (answer.kind === 'refused')
    throw new PermanentFailure(`origin refuses the confirmation: ${answer.reason}`);
  return ok();
});
