/** Demo families are what the event types' examples need: every example is judged clean by the real tables and registers. */
import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '@lampid/domain/calendar';
import { todayJakarta } from '@lampid/domain/dates';
import type { MoveLetter } from '@lampid/domain/registry/snapshot';
import { compileTables } from '@lampid/domain/rules/compile-tables';
import type { CompiledTables } from '@lampid/domain/rules/evaluate';
import type { DukcapilAnswer } from '@lampid/domain/rules/facts';
import type { EventDefinition } from '@lampid/processes/define-event';
import { parseCaseModel } from '@lampid/processes/case-model';
import { findEvents } from '@lampid/processes/find-events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCalendar } from '../reference/calendar.js';
import { loadConfiguration } from '../reference/configuration.js';
import { applyEffect } from '../registry/apply-effect.js';
import { loadSnapshot } from '../registry/load-snapshot.js';
import { judgeReport } from '../reporting/judge-report.js';
import { expectBalanced } from '../testing/balance.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { takeDemoFamily } from './demo-families.js';
import { seedPeople } from './seed-people.js';
import { reserveSyntheticSerials, seedReference } from './seed-reference.js';

const AREAS = ['32.73.02.1004', '32.73.01.1002', '32.73.18.1004'];
const FOREIGN = '33.74.01.1001';
const today = todayJakarta(new Date());

interface Judged {
  event: EventDefinition;
  tables: CompiledTables;
  decisions: string[];
}

let database: TestDatabase;
const judged: Judged[] = [];
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 12 });
  await database.dataSource.transaction(async (tx) => {
    await seedReference(tx);
    await reserveSyntheticSerials(tx);
    await seedPeople(tx, { today, city: '32.73' });
  });
  const reported = (await findEvents()).filter(({ definition }) => definition.reportedBy.length > 0);
  for (const type of reported) {
    const { resources } = await type.bundle();
    const text = (ending: string) => resources.filter(({ name }) => name.endsWith(ending));
    const models = await Promise.all(text('.bpmn').map(({ content }) => parseCaseModel(content)));
    const elements = models.flatMap(({ processes }) =>
      processes.flatMap((one) => [...one.elements.values()]),
    );
    // A notification is judged by an operator, by no table.
    const judging = elements.find((element) => element.topic === 'validate-report');
    if (!judging) continue;
    judged.push({
      event: type.definition,
      tables: await compileTables(text('.dmn').map(({ content }) => content)),
      decisions: judging.properties['decisions']!.split(','),
    });
  }
}, 120_000);
afterAll(() => database.drop());

function letterTo(areaCode: string, serial: number): MoveLetter {
  const at = (code: string) => ({
    areaCode: code,
    street: 'JL. ASAL NO. 1',
    rt: '001',
    rw: '002',
    postalCode: null,
  });
  const year = 70 + (serial % 20);
  const member = (nik: string, sex: 1 | 2, relation: 1 | 3) => ({
    nik,
    name: sex === 1 ? 'BAGUS PENDATANG' : 'AYU PENDATANG',
    sex,
    birthPlace: 'SEMARANG',
    // Everybody is somebody else: the same people under other NIKs would be taken for doubles.
    birthDate: `19${year}-05-10`,
    religion: 1,
    maritalStatus: 2 as const,
    education: 5,
    occupation: 15,
    bloodType: 13,
    citizenship: 1 as const,
    fatherName: 'AYAH PENDATANG',
    motherName: 'IBU PENDATANG',
    relation,
    confirmed: false,
  });
  return {
    number: `SKPWNI/3374/${today.slice(8)}${today.slice(5, 7)}${today.slice(0, 4)}/${serial}`,
    status: 'issued',
    originCity: '33.74',
    originAddress: at(FOREIGN),
    destination: at(areaCode),
    issuedOn: today,
    validUntil: `${Number(today.slice(0, 4)) + 1}-12-31`,
    members: [member(`3374011005${year}${serial}`, 1, 1), member(`3374015005${year}${serial}`, 2, 3)],
  };
}

it('has every event type of the product that tables judge', () => {
  expect(judged.map(({ event }) => event.id).sort()).toEqual([
    'arrival',
    'birth',
    'correction',
    'death',
    'move',
    'revocation',
  ]);
});

it.each([0, 1, 2, 3, 4, 5, 6, 7])('registers a clean example of every type (round %i)', async (round) => {
  const { dataSource } = database;
  const areaCode = AREAS[round % AREAS.length]!;
  const config = await loadConfiguration(dataSource, '32.73');
  const calendar = await loadCalendar(dataSource);
  // A revocation is about a report, which there is none of here.
  for (const { event, tables, decisions } of judged.filter((one) => !one.event.needsExampleTicket)) {
    const family = await takeDemoFamily(dataSource, { areaCode });
    const letter = letterTo(areaCode, 9_100 + round);
    const attachments: string[] = [];
    const data = event.example({
      registry: family.registry,
      neighbours: family.neighbours,
      letter,
      ticket: null,
      documents: (kinds) => {
        attachments.push(...kinds);
        return kinds.map((kind) => ({ kind, attachmentId: randomUUID() }));
      },
      operatorArea: areaCode,
      foreignArea: FOREIGN,
      today,
    });
    const subjects = event.subjects(data, await loadSnapshot(dataSource.manager, event.needs(data)));
    const matched = subjects.map((_, subject): DukcapilAnswer => ({
      subject,
      outcome: 'matched',
      nameScore: 100,
      birthDateMatches: true,
      sexMatches: true,
    }));
    for (const dukcapil of [[], matched]) {
      const { findings } = await judgeReport(dataSource, {
        event,
        tables,
        decisions,
        data,
        reportId: null,
        areaCode,
        attachments,
        dukcapil,
        lookUpLetter: async () => letter,
        today,
        reportedOn: today,
        city: '32.73',
      });
      expect(findings, `${event.id} in ${areaCode}`).toEqual([]);
    }
    await dataSource.transaction(async (tx) => {
      const registry = await loadSnapshot(tx, event.needs(data), { lock: true });
      registry.moveLetter = letter;
      const effect = event.effect({
        data,
        registry,
        today,
        addWorkingDays: (from, days) => addWorkingDays(from, days, calendar),
        late: false,
        config,
      });
      const reportId = randomUUID();
      await applyEffect(tx, { reportId, workId: reportId, effect, today, city: '32.73' });
    });
    await expectBalanced(dataSource.manager);
  }
});
