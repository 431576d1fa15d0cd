import { openPosting, markPostingSent } from '@lampid/db/integration/siak-postings';
import { standingRegistration } from '@lampid/db/registry/registrations';
import { syncDukcapil as contract } from '@lampid/processes/tasks/sync-dukcapil';
import { bpmnError, handleTask, ok, PermanentFailure } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { reportOf } from './report-of.js';

/**
 * Posts the registered event to SIAK. The registration's id is the idempotency key: however often this step runs, SIAK has
 * one posting. An outage is told to the model, which waits visibly and comes back.
 */
export const syncDukcapil = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, input } = run;
  const { report, event } = await reportOf(dataSource.manager, services, input.reportId);
  const registration = await standingRegistration(dataSource.manager, report.id);
  if (!registration) throw new PermanentFailure('there is no registration to post');
  const correlationId = registration.id;
  await openPosting(dataSource.manager, {
    correlationId,
    reportId: report.id,
    registrationId: registration.id,
    kind: event.siak.kind,
  });
  const payload = event.siak.payload({ data: report.data, result: registration.result });
  const answer = await services.dukcapil.submitEvent(
    { correlationId, kind: event.siak.kind, payload },
    { traceparent: run.traceparent ?? undefined },
  );
  const attempt = (input.syncAttempt ?? 0) + 1;
  const at = (waitMs: number) => new Date(services.now().getTime() + waitMs).toISOString();
  if (answer.kind === 'unavailable') {
    const wait = services.resubmitDelaysMs[Math.min(attempt, services.resubmitDelaysMs.length) - 1] ?? 60_000;
    return bpmnError('DUKCAPIL_DOWN', `SIAK does not answer (${answer.reason})`, {
      syncAttempt: attempt,
      retryAt: at(wait),
    });
  }
  if (answer.kind === 'refused') {
    throw new PermanentFailure(`SIAK refuses the posting itself: ${answer.status} ${answer.code}`);
  }
  return run.once(async (tx) => {
    await markPostingSent(tx, { correlationId });
    return ok({ correlationId, syncAttempt: attempt, resendAt: at(services.acknowledgementMs) });
  });
});
