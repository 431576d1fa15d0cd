import { decidedConsequences } from '@lampid/db/approval/decisions';
import { recordAudit } from '@lampid/db/kernel/audit';
import { applyEffect } from '@lampid/db/registry/apply-effect';
import { computeEffect, fingerprintOf } from '@lampid/db/registry/compute-effect';
import { replaceFindings } from '@lampid/db/reporting/findings';
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
  const today = todayJakarta(services.now());
  try {
    return await run.once(async (tx): Promise<TaskOutcome> => {
      const { report, event } = await reportOf(tx, services, run.input.reportId, { lock: 'share' });
      if (report.cancelRequestedAt)
        return bpmnError('CANCELLED', 'the report was cancelled before its registration');
      const question = { event, report, today, city: services.city, lock: true };
      const { effect } = await computeEffect(tx, dataSource, question);
      const decided = await decidedConsequences(tx, report);
      if (decided !== null && decided !== fingerprintOf(effect)) throw otherThanDecided();
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

/** Somebody changed the family after the decision: what would be registered now, nobody has seen. */
function otherThanDecided(): EffectConflict {
  return new EffectConflict('FAMILY_CHANGED', {
    id: 'Keluarga berubah sesudah diputuskan; laporan perlu diperiksa dan diputuskan lagi',
    en: 'The family has changed since the decision; the report must be looked at and decided again',
  });
}

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
