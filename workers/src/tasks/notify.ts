import { officersOf } from '@lampid/db/identity/officers';
import { queueMessages } from '@lampid/db/notification/messages';
import { notify as contract } from '@lampid/processes/tasks/notify';
import { handleTask, ok, PermanentFailure } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { composeMessage, isTemplate } from '../notification/templates.js';
import { reportOf } from './report-of.js';
import { recipientsOf } from '../notification/recipients.js';

/** Writes the messages of one step (properties `template`, `audience`) to be delivered by the mail loop. Never names a NIK. */
export const notify = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, properties } = run;
  const template = properties.template ?? '';
  if (!isTemplate(template))
    throw new PermanentFailure(`element ${run.work.element} names no known template`);
  const { report, event } = await reportOf(dataSource.manager, services, run.input.reportId);
  const recipients = await recipientsOf({
    audience: properties.audience ?? 'operator',
    report,
    groups: run.input,
    officersOf: (query) => officersOf(dataSource, query),
  });
  const message = composeMessage({
    template,
    ticket: report.ticket ?? '',
    eventNames: event.names,
    publicUrl: services.publicUrl,
  });
  return run.once(async (tx) => {
    await queueMessages(
      tx,
      recipients.map((recipient) => ({
        reportId: report.id,
        workId: run.work.workId,
        template,
        ...recipient,
        ...message,
      })),
    );
    return ok();
  });
});
