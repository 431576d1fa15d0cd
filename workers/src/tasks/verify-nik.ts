import { saveAnswer } from '@lampid/db/integration/answers';
import type { VerifyOutcome } from '@lampid/db/integration/dukcapil/outcomes';
import { loadSnapshot } from '@lampid/db/registry/load-snapshot';
import type { DukcapilAnswer } from '@lampid/domain/rules/facts';
import { verifyNik as contract } from '@lampid/processes/tasks/verify-nik';
import { handleTask, ok } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { reportOf } from './report-of.js';

/**
 * Asks Dukcapil about subject n (`loopCounter`) of the report. Dukcapil being away is an answer too (U24): the case goes
 * on to its human decision and the doubt is shown there.
 */
export const verifyNik = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, input } = run;
  const { report, event } = await reportOf(dataSource.manager, services, input.reportId);
  const registry = await loadSnapshot(dataSource.manager, event.needs(report.data));
  const subject = event.subjects(report.data, registry)[input.loopCounter];
  // The report may name fewer people now than when the step was planned (corrected meanwhile): nothing to ask.
  if (!subject) return ok();
  const outcome = await services.dukcapil.verify(
    { nik: subject.nik, name: subject.name, birthDate: subject.birthDate, sex: subject.sex },
    { traceparent: run.traceparent ?? undefined },
  );
  const answer = answerOf(input.loopCounter, outcome);
  return run.once(async (tx) => {
    await saveAnswer(tx, { reportId: report.id, revision: report.revision, answer });
    return ok();
  });
});

function answerOf(subject: number, outcome: VerifyOutcome): DukcapilAnswer {
  const fields = outcome.kind === 'matched' ? outcome.fields : {};
  return {
    subject,
    outcome: outcome.kind,
    nameScore: fields.name?.score ?? null,
    birthDateMatches: fields.birthDate?.match ?? null,
    sexMatches: fields.sex?.match ?? null,
  };
}
