import { recordAudit } from '@lampid/db/kernel/audit';
import { reverseRegistration as reverse } from '@lampid/db/registry/reverse-registration';
import { todayJakarta } from '@lampid/domain/dates';
import { reverseRegistration as contract } from '@lampid/processes/tasks/reverse-registration';
import { handleTask, ok } from '../runner/task-handler.js';
import type { Services } from '../services.js';

/**
 * Compensation of `register-event`: reversal postings into the open month, numbers void, membership restored where the
 * family has not changed since.
 */
export const reverseRegistration = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, work } = run;
  const { reportId } = run.input;
  return run.once(async (tx) => {
    const { needsPerson } = await reverse(tx, { reportId, today: todayJakarta(services.now()) });
    await recordAudit(tx, {
      actor: `worker:${work.topic}`,
      action: 'report.reversed',
      reportId,
      detail: { needsPerson },
      traceparent: run.traceparent,
    });
    return ok({ needsPerson });
  });
});
