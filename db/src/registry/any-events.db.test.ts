/** The effects that `domain` computes, in any order, some of them undone at any time: ledger and register stay equal. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setConfiguration } from '../reference/configuration.js';
import { Choices } from '../seed/choices.js';
import { makeFamily } from '../seed/synthetic-family.js';
import { writeFamilies } from '../seed/write-families.js';
import { anyEffect, everybody, PLACES } from '../testing/any-effect.js';
import { expectBalanced } from '../testing/balance.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { applyEffect } from './apply-effect.js';
import { reverseRegistration } from './reverse-registration.js';

const TODAY = '2026-11-22';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
}, 60_000);
afterAll(() => database.drop());

/** One database for all rounds: who came back without a card in one is still there in the next. */
let homelessAllowed = false;

it.each([1, 2, 3])(
  'keep ledger and register equal, undone or not (round %i)',
  async (round) => {
    const choices = new Choices(`any events ${round}`);
    await database.dataSource.transaction((tx) =>
      writeFamilies(tx, {
        families: Array.from({ length: 12 }, () =>
          makeFamily({ choices, areaCode: choices.pick(PLACES.slice(0, 3)).areaCode, on: '2025-12-31' }),
        ),
        openingDate: '2025-12-31',
      }),
    );
    const standing: string[] = [];
    let [applied, whole, partly] = [0, 0, 0];
    for (let step = 0; step < 150; step++) {
      await database.dataSource.transaction(async (tx) => {
        if (standing.length > 0 && choices.chance(0.3)) {
          // Mostly what was registered just now, sometimes what others have built upon since.
          const place = choices.chance(0.6) ? standing.length - 1 : choices.integer(0, standing.length - 1);
          const [reportId] = standing.splice(place, 1);
          const { needsPerson } = await reverseRegistration(tx, { reportId: reportId!, today: TODAY });
          homelessAllowed ||= needsPerson;
          if (needsPerson) partly += 1;
          else whole += 1;
        } else {
          const registry = await everybody(tx);
          const effect = anyEffect({ choices, registry, today: TODAY });
          if (!effect) return;
          const reportId = randomUUID();
          await applyEffect(tx, { reportId, workId: reportId, effect, today: TODAY, city: '32.73' });
          standing.push(reportId);
          applied += 1;
        }
        await expectBalanced(tx, { homelessAllowed });
      });
    }
    expect(applied).toBeGreaterThan(50);
    expect(whole).toBeGreaterThan(10);
    expect(partly).toBeGreaterThan(0);
  },
  120_000,
);
