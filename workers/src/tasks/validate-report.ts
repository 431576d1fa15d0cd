import { loadAnswers } from '@lampid/db/integration/answers';
import { saveLetter } from '@lampid/db/integration/letters';
import { keepDuplicates } from '@lampid/db/reporting/duplicates';
import { replaceFindings } from '@lampid/db/reporting/findings';
import { judgeReport } from '@lampid/db/reporting/judge-report';
import { reportAttachments } from '@lampid/db/reporting/report';
import { todayJakarta } from '@lampid/domain/dates';
import { validateReport as contract } from '@lampid/processes/tasks/validate-report';
import { handleTask, ok } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { lookUpLetter } from './letter-lookup.js';
import { reportOf } from './report-of.js';

/**
 * Computes the facts of the report as it stands, evaluates the decisions named on the element from the case's own
 * deployment and keeps the findings. Serves both `validate` and, with Dukcapil's answers, `assess`.
 */
export const validateReport = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, work, properties } = run;
  const { report, event } = await reportOf(dataSource.manager, services, run.input.reportId);
  const [{ tables }, dukcapil, attachments] = await Promise.all([
    services.models.get(work.definitionId),
    loadAnswers(dataSource.manager, { reportId: report.id, revision: report.revision }),
    reportAttachments(dataSource.manager, report.id),
  ]);
  const judgement = await judgeReport(dataSource, {
    event,
    tables,
    decisions: (properties.decisions ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
    data: report.data,
    reportId: report.id,
    areaCode: report.areaCode,
    attachments: attachments.map((attachment) => attachment.kind),
    dukcapil,
    lookUpLetter: (number) => lookUpLetter(services.dukcapil, number, run.traceparent),
    today: todayJakarta(services.now()),
    reportedOn: todayJakarta(report.submittedAt ?? services.now()),
    city: services.city,
  });
  return run.once(async (tx) => {
    await replaceFindings(tx, {
      reportId: report.id,
      evaluation: work.workId,
      step: work.element,
      definitionId: work.definitionId,
      revision: report.revision,
      findings: judgement.findings,
      judged: { stepId: work.stepId, facts: judgement.facts },
    });
    const { newcomers, duplicates } = judgement;
    if (newcomers.length > 0)
      await keepDuplicates(tx, { reportId: report.id, newcomers, candidates: duplicates });
    const letter = judgement.registry.moveLetter;
    if (letter !== undefined)
      await saveLetter(tx, { reportId: report.id, revision: report.revision, letter });
    return ok({
      hasErrors: judgement.hasErrors,
      needsSpecialDecision: judgement.needsSpecialDecision,
      verdict: judgement.verdict,
      subjectCount: judgement.subjects.length,
    });
  });
});
