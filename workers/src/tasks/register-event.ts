import { recordAudit } from '@lampid/db/kernel/audit';
import { loadCalendar } from '@lampid/db/reference/calendar';
import { loadLetter } from '@lampid/db/integration/letters';
import { loadConfiguration } from '@lampid/db/reference/configuration';
import { applyEffect } from '@lampid/db/registry/apply-effect';
import { loadSnapshot } from '@lampid/db/registry/load-snapshot';
import { replaceFindings, currentFindings } from '@lampid/db/reporting/findings';
import { addWorkingDays } from '@lampid/domain/calendar';
import { todayJakarta } from '@lampid/domain/dates';
import { EffectConflict } from '@lampid/domain/registry/change';
import { faultFinding } from '@lampid/domain/rules/finding';
import type { Work } from '@lampid/engine/engine';
import { registerEvent as contract } from '@lampid/processes/tasks/register-event';
import type { EntityManager } from 'typeorm';
import { bpmnError, handleTask, ok, type TaskOutcome } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { reportOf } from './report-of.js';

/**
 * The one transaction that makes the event true: locks the families, computes the effect from them as they are now and
 * applies it with numbers, deeds, letter and postings. Cancellation and registration exclude each other by the report's lock.
 */
export const registerEvent = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, work } = run;
  const [config, calendar] = await Promise.all([
    loadConfiguration(dataSource, services.city),
    loadCalendar(dataSource),
  ]);
  const today = todayJakarta(services.now());
  try {
    return await run.once(async (tx): Promise<TaskOutcome> => {
      const { report, event } = await reportOf(tx, services, run.input.reportId, { lock: 'share' });
      if (report.cancelRequestedAt)
        return bpmnError('CANCELLED', 'the report was cancelled before its registration');
      const needs = event.needs(report.data);
      const registry = await loadSnapshot(tx, needs, { lock: true });
      if (needs.moveLetter !== undefined) {
        registry.moveLetter = await loadLetter(tx, { reportId: report.id, revision: report.revision });
      }
      const findings = await currentFindings(tx, report.id);
      const effect = event.effect({
        data: report.data,
        registry,
        today,
        addWorkingDays: (from, days) => addWorkingDays(from, days, calendar),
        late: findings.some((finding) => finding.severity === 'L'),
        config,
      });
      const { registrationId, needsPerson } = await applyEffect(tx, {
        reportId: report.id,
        workId: work.workId,
        effect,
        today,
        city: services.city,
      });
      await recordAudit(tx, {
        actor: `worker:${work.topic}`,
        action: 'report.registered',
        reportId: report.id,
        object: `registration:${registrationId}`,
        traceparent: run.traceparent,
      });
      return ok({ ...effect.variables, registrationId, ...(needsPerson === null ? {} : { needsPerson }) });
    });
  } catch (error) {
    if (!(error instanceof EffectConflict)) throw error;
    return run.once((tx) => sendBack(tx, { services, work, error }));
  }
});

/** The family is no longer as it was judged: nothing was applied, the officer sees why and the case goes back. */
async function sendBack(
  tx: EntityManager,
  { services, work, error }: { services: Services; work: Work; error: EffectConflict },
): Promise<TaskOutcome> {
  const { report } = await reportOf(tx, services, work.businessKey);
  await replaceFindings(tx, {
    reportId: report.id,
    evaluation: work.workId,
    step: work.element,
    definitionId: work.definitionId,
    revision: report.revision,
    findings: [faultFinding(error)],
  });
  return bpmnError('REGISTRATION_CONFLICT', error.code);
}
