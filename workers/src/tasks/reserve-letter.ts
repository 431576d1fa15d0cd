import { loadLetter } from '@lampid/db/integration/letters';
import { replaceFindings } from '@lampid/db/reporting/findings';
import { faultFinding } from '@lampid/domain/rules/finding';
import { reserveLetter as contract } from '@lampid/processes/tasks/reserve-letter';
import { bpmnError, handleTask, ok, PermanentFailure } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { arrivalsOf } from './arrivals-of.js';
import { reportOf } from './report-of.js';

/** Holds who arrives on the SKPWNI at its origin for this report; the same reservation asked twice is one (DOMAIN.md 4.7, step 8). */
export const reserveLetter = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, work } = run;
  const { report } = await reportOf(dataSource.manager, services, run.input.reportId);
  const letter = await loadLetter(dataSource.manager, { reportId: report.id, revision: report.revision });
  if (!letter) throw new PermanentFailure('the report has no letter that was found at its origin');
  const answer = await services.dukcapil.reserveLetter(
    {
      ...{ number: letter.number, destinationCode: report.areaCode, reservationId: report.id },
      niks: arrivalsOf(report.data),
    },
    { traceparent: run.traceparent ?? undefined },
  );
  if (answer.kind === 'unavailable') throw new Error(`city of origin cannot be asked (${answer.reason})`);
  return run.once(async (tx) => {
    if (answer.kind === 'reserved') return ok();
    await replaceFindings(tx, {
      reportId: report.id,
      evaluation: work.workId,
      step: work.element,
      definitionId: work.definitionId,
      revision: report.revision,
      findings: [
        faultFinding({
          code: 'D02',
          field: 'letterNumber',
          text: {
            id: 'SKPWNI tidak dapat dipakai lagi menurut kota asal',
            en: 'The city of origin no longer lets this move letter be used',
          },
        }),
      ],
    });
    return bpmnError('LETTER_TAKEN', answer.reason);
  });
});
