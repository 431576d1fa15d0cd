import { recordAudit } from '@lampid/db/kernel/audit';
import { publishMonth as publish } from '@lampid/db/statistics/close-month';
import type { ClosingData } from '@lampid/processes/closing-data';
import { publishMonth as contract } from '@lampid/processes/tasks/publish-month';
import { bpmnError, handleTask, ok } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { reportOf } from './report-of.js';

/** The office has signed: the frozen report is published. A month that was reopened meanwhile has none. */
export const publishMonth = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, work } = run;
  return run.once(async (tx) => {
    const { report } = await reportOf(tx, services, run.input.reportId, { lock: 'share' });
    const { month } = report.data as unknown as ClosingData;
    if (!(await publish(tx, { area: report.areaCode, month }))) {
      return bpmnError('REOPENED', 'the month was reopened before it was published');
    }
    await recordAudit(tx, {
      ...{ actor: `worker:${work.topic}`, action: 'month.published', reportId: report.id },
      ...{ object: `month:${report.areaCode}:${month}`, traceparent: run.traceparent },
    });
    return ok();
  });
});
