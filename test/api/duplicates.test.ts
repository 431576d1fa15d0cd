/** Somebody who may be recorded already goes to a person, who sees both side by side. */
import { expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  readReport,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';

vi.setConfig({ testTimeout: 120_000 });

interface Pair {
  newcomer: { name: string };
  candidate: { name: string; residentId: string | null; nik: string | null; ticket: string | null };
  score: number;
}

const pairsOf = async (id: string) => {
  const { body } = await (await as('kadis.bandung')).get(`/api/v1/reports/${id}/duplicates`).expect(200);
  return body.items as Pair[];
};

it('a child of the same mother, day and nearly the same name needs the head of the office, who says why not', async () => {
  const first = await exampleOf('birth');
  const registered = await submit('birth', first);
  await decide({ reportId: registered.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(registered.id, 'completed');

  // Reported again as a twin under a name that differs by a letter: no rule about siblings stops it.
  const child = first['child'] as { name: string };
  const again = {
    ...first,
    documents: (await exampleOf('birth'))['documents'],
    child: { ...child, name: `${child.name}h`, birthType: 2 },
  };
  const second = await submit('birth', again);
  await decide({
    reportId: second.id,
    step: 'review',
    user: 'supervisor.coblong',
    outcome: 'approve',
    data: { acknowledged: ['L14'] },
  });
  await untilTask(second.id, 'special', 'kadis.bandung');
  const [pair] = await pairsOf(second.id);
  expect(pair).toMatchObject({
    newcomer: { name: `${child.name}h` },
    candidate: { name: child.name, residentId: (await readReport(registered.id)).result!['resident'] },
  });
  expect(pair!.candidate.nik).toMatch(/^\d{4}\*{8}\d{4}$/);
  expect(pair!.score).toBeGreaterThanOrEqual(82);

  await decide({
    reportId: second.id,
    step: 'special',
    user: 'kadis.bandung',
    outcome: 'approve',
    note: 'Kembar, surat kelahiran masing-masing terlampir',
    data: { acknowledged: ['L14'] },
  });
  const done = await untilStatus(second.id, 'completed');
  expect(done.findings.find(({ code }) => code === 'U25')).toMatchObject({
    severity: 'A',
    acknowledgedBy: 'kadis.bandung',
    acknowledgedReason: 'Kembar, surat kelahiran masing-masing terlampir',
  });
});

it('a clean birth is nobody else', async () => {
  const { id } = await submitExample('birth');
  await untilTask(id, 'review', 'supervisor.coblong');
  expect(await pairsOf(id)).toEqual([]);
});
