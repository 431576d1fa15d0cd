/** Cases as an event log: what IEEE 1849-2016 asks of its structure, and nothing that names a citizen. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, todayJakarta } from '@lampid/domain/dates';
import { expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { decide, submitExample, untilStatus } from '../src/support/case-pilot.js';
import { repositoryRoot } from '../src/support/stack.js';
import { xmlTree, type XmlNode } from '../src/support/xml-tree.js';

const ATTRIBUTES = ['string', 'date', 'int', 'float', 'boolean', 'id'];
const valuesOf = (node: XmlNode) =>
  Object.fromEntries(
    node.children
      .filter(({ name }) => ATTRIBUTES.includes(name))
      .map(({ attributes }) => [attributes['key']!, attributes['value']!]),
  );
const named = (node: XmlNode, name: string) => node.children.filter((child) => child.name === name);

const today = todayJakarta(new Date());
const period = { type: 'birth', from: addDays(today, -1), until: today };

it('has every case of the choice as a trace, in the shape of the standard', async () => {
  const { ticket, data } = await (async () => {
    const { id: reportId } = await submitExample('birth');
    await decide({ reportId, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    return untilStatus(reportId, 'completed');
  })();
  const auditor = await as('auditor');
  const { text: xml, headers } = await auditor
    .get('/api/v1/audit/event-log.xes')
    .query(period)
    .buffer(true)
    .expect(200);
  expect(headers['content-disposition']).toContain(
    `event-log-birth-32.73-${period.from}-${period.until}.xes`,
  );
  const log = xmlTree(xml);
  expect(log).toMatchObject({ name: 'log', attributes: { 'xes.version': '1849.2016' } });

  // The order that the schema gives: extensions, globals, classifiers, attributes, traces.
  const order = ['extension', 'global', 'classifier', 'attribute', 'trace'];
  const places = log.children.map(({ name }) =>
    order.indexOf(ATTRIBUTES.includes(name) ? 'attribute' : name),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));

  const prefixes = named(log, 'extension').map(({ attributes }) => attributes['prefix']);
  const [traceGlobals, eventGlobals] = named(log, 'global').map((node) => Object.keys(valuesOf(node)));
  const traces = named(log, 'trace');
  for (const trace of traces) {
    expect(Object.keys(valuesOf(trace))).toEqual(expect.arrayContaining(traceGlobals!));
    const times = named(trace, 'event').map((event) => {
      const values = valuesOf(event);
      expect(Object.keys(values)).toEqual(expect.arrayContaining(eventGlobals!));
      for (const key of Object.keys(values)) expect(prefixes).toContain(key.split(':')[0]);
      return Date.parse(values['time:timestamp']!);
    });
    expect(times).not.toContain(NaN);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  }
  for (const { attributes } of named(log, 'classifier'))
    expect(eventGlobals).toEqual(expect.arrayContaining(attributes['keys']!.split(' ')));

  const { body: size } = await auditor.get('/api/v1/audit/event-log').query(period).expect(200);
  expect(size.cases).toBeGreaterThanOrEqual(traces.length);
  expect(valuesOf(log)['lampid:cases']).toBe(String(traces.length));
  expect(new Set(traces.map((trace) => valuesOf(trace)['concept:name'])).size).toBe(traces.length);

  const own = traces.find((trace) => valuesOf(trace)['concept:name'] === ticket)!;
  const review = named(own, 'event')
    .map(valuesOf)
    .filter((values) => values['lampid:element'] === 'review');
  expect(
    review.map((values) => [values['lifecycle:transition'], values['org:resource'], values['org:role']]),
  ).toEqual([
    ['start', undefined, 'supervisor'],
    ['assign', 'supervisor.coblong', 'supervisor'],
    ['complete', 'supervisor.coblong', 'supervisor'],
  ]);
  expect(review.at(-1)).toMatchObject({ 'lampid:outcome': 'approve', 'lampid:process': 'birth' });

  const { child } = data as { child: { name: string } };
  expect(xml).not.toContain(child.name);
  expect(xml).not.toMatch(/(?<!\d)\d{16}(?!\d)/);

  const { body: audit } = await auditor.get('/api/v1/audit?action=event-log.exported&limit=1').expect(200);
  expect(audit.items[0]).toMatchObject({ actor: 'auditor', object: 'event-type:birth', reportId: null });
  expect(audit.items[0].detail).toMatchObject({ area: '32.73', cases: traces.length });
}, 180_000);

it('declares what its own attributes mean, where the log says', async () => {
  const { text: xml } = await (
    await as('auditor')
  )
    .get('/api/v1/audit/event-log.xes')
    .query({ ...period, type: 'arrival' })
    .buffer(true)
    .expect(200);
  const log = xmlTree(xml);
  const own = named(log, 'extension').find(({ attributes }) => attributes['prefix'] === 'lampid')!;
  const { pathname } = new URL(own.attributes['uri']!);
  const extension = xmlTree((await anonymous().get(pathname).buffer(true).expect(200)).text);
  expect(extension.attributes).toEqual(own.attributes);
  const declared = named(extension, 'log')[0]!.children.map(
    ({ attributes }) => `lampid:${attributes['key']}`,
  );
  expect(declared).toEqual(Object.keys(valuesOf(log)).filter((key) => key.startsWith('lampid:')));
});

it('is for auditors; a period is at most a year, of a known type, in the own area', async () => {
  for (const user of ['operator.dago', 'kadis.bandung', 'admin.bandung', 'analyst', 'warga.dago'] as const)
    await (await as(user)).get('/api/v1/audit/event-log.xes').query(period).expect(403);
  const auditor = await as('auditor');
  const refusalOf = async (change: object) => {
    const { body } = await auditor
      .get('/api/v1/audit/event-log.xes')
      .query({ ...period, ...change })
      .expect(422);
    return body.errors[0].code;
  };
  expect(await refusalOf({ from: addDays(today, -366) })).toBe('BAD_PERIOD');
  expect(await refusalOf({ from: addDays(today, 1) })).toBe('BAD_PERIOD');
  expect(await refusalOf({ type: 'nothing' })).toBe('UNKNOWN_TYPE');
  await auditor
    .get('/api/v1/audit/event-log.xes')
    .query({ ...period, area: '32.04' })
    .expect(404);
});

/** A process mining tool is no part of this repository: it is asked where it is installed. */
const python = process.env['PM4PY_PYTHON'] ?? 'python3';
const hasPm4py =
  spawnSync(python, ['-c', 'import importlib.util as u; exit(u.find_spec("pm4py") is None)']).status === 0;

it.runIf(hasPm4py)(
  'is read by pm4py, and a model discovered from it replays every case',
  async () => {
    const { text: xml } = await (
      await as('auditor')
    )
      .get('/api/v1/audit/event-log.xes')
      .query(period)
      .buffer(true)
      .expect(200);
    const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
    try {
      const file = join(folder, 'log.xes');
      writeFileSync(file, xml);
      const script = join(repositoryRoot, 'test', 'process-mining', 'discover.py');
      const { stdout } = spawnSync(python, [script, file], { encoding: 'utf8', timeout: 240_000 });
      const found = JSON.parse(stdout.trim().split('\n').at(-1)!);
      const traces = named(xmlTree(xml), 'trace').filter((trace) => named(trace, 'event').length > 0);
      expect(found.cases).toBe(traces.length);
      // Without a threshold for noise the inductive miner leaves no case of the log out.
      expect(found.fitness).toBeCloseTo(1, 6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  300_000,
);
