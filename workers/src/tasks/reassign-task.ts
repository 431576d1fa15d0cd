import { recordAudit } from '@lampid/db/kernel/audit';
import { reassignTask as contract } from '@lampid/processes/tasks/reassign-task';
import { handleTask, ok } from '../runner/task-handler.js';
import type { Services } from '../services.js';

/** A decision nobody took in time goes to the next level: the city's verifikator. */
export const reassignTask = handleTask<Services, typeof contract.input>(contract, (run) =>
  run.once(async (tx) => {
    await recordAudit(tx, {
      actor: `worker:${run.work.topic}`,
      action: 'task.reassigned',
      reportId: run.input.reportId,
      detail: { element: run.work.element, group: run.input.verifierGroup },
      traceparent: run.traceparent,
    });
    return ok({ supervisorGroup: run.input.verifierGroup });
  }),
);
