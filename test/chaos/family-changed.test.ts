/** The family changes between the decision and the registration: what nobody decided on is not registered. */
import { expect, it, vi } from 'vitest';
import { decide, exampleOf, readReport, submit, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { stackProcess } from '../src/support/stack.js';
import { appQuery, traceOf } from './support/register.js';

vi.setConfig({ testTimeout: 120_000 });

it('goes back with its reason, nothing registered, and goes through when it is decided again', async () => {
  const birth = await exampleOf('birth');
  const { id } = await submit('death', {
    ...(await exampleOf('death')),
    familyCardNumber: birth['familyCardNumber'],
    deceased: birth['father'],
    newHeadNik: (birth['mother'] as { nik: string }).nik,
    reporter: { ...(birth['mother'] as object), relation: 'spouse' },
  });
  const acknowledged = { acknowledged: ['M13'] };
  const approve = () =>
    decide({
      reportId: id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'approve',
      data: acknowledged,
    });
  await untilTask(id, 'review', 'supervisor.coblong');

  const workers = stackProcess('workers');
  await workers.freeze();
  try {
    await approve();
    await appQuery(`update registry.family_card set rt = '099', version = version + 1 where number = $1`, [
      birth['familyCardNumber'],
    ]);
  } finally {
    await workers.thaw();
  }
  await untilStatus(id, 'returned');
  expect((await readReport(id)).findings).toMatchObject([{ code: 'FAMILY_CHANGED', severity: 'E' }]);
  expect(await traceOf(id)).toMatchObject({ registrations: 0, postings: 0 });

  await decide({ reportId: id, step: 'fix', user: 'operator.dago', outcome: 'resubmit' });
  await approve();
  await untilStatus(id, 'completed');
  expect(await traceOf(id)).toMatchObject({ registrations: 1 });
});
