/** A server that is killed in the middle of a batch costs a repetition: every case is moved once, and nothing is left between two versions. */
import { expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { deployDrawnBirth, deployRenamedBirth } from '../src/support/birth-versions.js';
import { decide, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { stackProcess } from '../src/support/stack.js';
import { appQuery } from './support/register.js';

vi.setConfig({ testTimeout: 300_000 });

const CASES = 12;
const ROOT = '/api/v1/migrations';
const PATIENCE = { timeoutMs: 120_000 };

it('a batch is carried to its end, whatever is killed on the way', async () => {
  // What the server ran so far is only counted (coverage) when it ends in good order.
  await stackProcess('server').stop();
  await stackProcess('server').start();
  const source = (await deployDrawnBirth()).definitionId;
  const reports = [];
  for (let index = 0; index < CASES; index++) reports.push(await submitExample('birth'));
  for (const { id } of reports) await untilTask(id, 'review', 'supervisor.coblong');
  const target = (await deployRenamedBirth()).definitionId;
  const analyst = await as('analyst');
  const plan = await analyst.post(`${ROOT}/plan`).send({ source, target }).expect(200);
  const wish = { source, target, mapping: plan.body.mapping, reason: 'Langkah baru' };
  const { body } = await analyst.post(ROOT).send(wish).expect(201);
  await (await as('admin.bandung')).post(`${ROOT}/${body.id}/approve`).expect(200);

  const countsOf = async () =>
    (
      await appQuery<{ moved: number; waiting: number }>(
        `select count(*) filter (where state = 'moved')::int as moved,
           count(*) filter (where state = 'waiting')::int as waiting
         from modeling.migration_case where migration_id = '${body.id}'`,
      )
    )[0]!;
  const someMoved = async () => (await countsOf()).moved > 0;
  await eventually('some cases are moved', someMoved, { ...PATIENCE, everyMs: 10 });
  await stackProcess('server').crash();
  expect((await countsOf()).waiting).toBeGreaterThan(0);

  await eventually('all are moved', async () => (await countsOf()).moved === CASES, PATIENCE);
  const acts = await appQuery<{ count: number }>(
    `select count(*)::int as count from kernel.audit
     where action = 'case.migrated' and object = 'migration:${body.id}' group by report_id`,
  );
  expect(acts.map(({ count }) => count)).toEqual(Array.from({ length: CASES }, () => 1));
  const places = await appQuery<{ place: string }>(
    `select distinct t.element || ' ' || s.element || ' ' || (t.definition_id = s.definition_id)::text as place
     from modeling.migration_case c join approval.task t on t.report_id = c.report_id and t.state = 'open'
     join approval.case_step s on s.step_id = t.step_id where c.migration_id = '${body.id}'`,
  );
  expect(places).toEqual([{ place: 'judge judge true' }]);
  const [first] = reports;
  await decide({ reportId: first!.id, step: 'judge', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(first!.id, 'completed');
  await deployDrawnBirth();
});
