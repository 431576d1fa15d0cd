/**
 * Makes the reports of a run before they are needed. It does what `GET /event-types` does for one example, in bulk: new demo
 * families in the register and at the simulated Dukcapil, letters of other cities, examples of the event types about them.
 * One call of the API for each report would cost the server more than the report itself.
 */
import type { DataSource } from '@lampid/db/data-source';
import type { DukcapilClient } from '@lampid/db/integration/dukcapil/client';
import { loadSnapshot } from '@lampid/db/registry/load-snapshot';
import { Choices } from '@lampid/db/seed/choices';
import { exportForDukcapil } from '@lampid/db/seed/export-for-dukcapil';
import { openingDateOf } from '@lampid/db/seed/seed-people';
import { makeFamily, type SyntheticFamily } from '@lampid/db/seed/synthetic-family';
import { writeFamilies } from '@lampid/db/seed/write-families';
import { todayJakarta } from '@lampid/domain/dates';
import type { MoveLetter, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { EventDefinition } from '@lampid/processes/define-event';
import { OTHER_CITIES } from '../simulator/other-cities.js';
import type { OfficerAccount, PlannedReport, ReportData } from './generator/protocol.js';
import type { CaseKind } from './mix.js';
import { withDoubt, withinTheCity, withRealError } from './variants.js';

export interface ReportMaker {
  dataSource: DataSource;
  dukcapil: DukcapilClient;
  dukcapilUrl: string;
  events: ReadonlyMap<string, EventDefinition>;
  operators: readonly Pick<OfficerAccount, 'username' | 'areaCode'>[];
  mix: Iterator<CaseKind, never>;
  /** Counts up, so that no two families of a run are alike. */
  made: number;
}

/** Reports that one neighbouring family witnesses and reports for. */
const REPORTS_PER_NEIGHBOUR = 10;
const CARDS_PER_QUERY = 200;
const LETTERS_AT_ONCE = 24;

interface Planned extends CaseKind {
  operator: ReportMaker['operators'][number];
}

export async function makeReports(maker: ReportMaker, count: number): Promise<PlannedReport[]> {
  const today = todayJakarta(new Date());
  const plans = Array.from({ length: count }, (_, index): Planned => ({
    ...maker.mix.next().value,
    operator: maker.operators[(maker.made + index) % maker.operators.length]!,
  }));
  const areas = new Map<string, { subjects: number; neighbours: number }>();
  for (const { type, operator } of plans) {
    const area = areas.get(operator.areaCode) ?? { subjects: 0, neighbours: 0 };
    areas.set(operator.areaCode, area);
    if (type !== 'arrival') area.subjects += 1;
    area.neighbours = Math.ceil(area.subjects / REPORTS_PER_NEIGHBOUR) + 1;
  }
  const [families, letters] = await Promise.all([
    newFamilies(maker, areas, today),
    newLetters(
      maker,
      plans.filter(({ type }) => type === 'arrival').map(({ operator }) => operator.areaCode),
    ),
  ]);
  maker.made += count;
  return plans.map((plan, index) => {
    const ofArea = families.get(plan.operator.areaCode)!;
    const subject = plan.type === 'arrival' ? ofArea[0]! : ofArea.pop()!;
    const { neighbours } = areas.get(plan.operator.areaCode)!;
    const neighbour = ofArea[index % neighbours]!;
    const letter = plan.type === 'arrival' ? letters.pop(plan.operator.areaCode) : null;
    return reportOf({ maker, plan, subject, neighbour, letter, today });
  });
}

function reportOf(input: {
  maker: ReportMaker;
  plan: Planned;
  subject: RegistrySnapshot;
  neighbour: RegistrySnapshot;
  letter: MoveLetter | null;
  today: string;
}): PlannedReport {
  const { maker, plan, today } = input;
  const { type, operator, returned, special, leaves } = plan;
  const elsewhere = OTHER_CITIES.find(({ code }) => code.slice(0, 2) !== operator.areaCode.slice(0, 2))!.code;
  let data = maker.events.get(type)!.example({
    registry: input.subject,
    neighbours: input.neighbour,
    letter: input.letter,
    ticket: null,
    documents: (kinds) => kinds.map((kind) => ({ kind, attachmentId: '' })),
    operatorArea: operator.areaCode,
    foreignArea: elsewhere,
    today,
  }) as ReportData;
  if (type === 'move' && !leaves) {
    const others = maker.operators.filter(({ areaCode }) => areaCode !== operator.areaCode);
    data = withinTheCity(
      data,
      others[Number(input.subject.familyCards[0]!.number.slice(-3)) % others.length]!.areaCode,
    );
  }
  if (special) data = withDoubt({ type, data, today });
  const plain = { type, operator: operator.username, data, special, leaves };
  return returned ? { ...plain, wrong: withRealError({ type, data, today }) } : plain;
}

/** By kelurahan: first the neighbours, then one family for each report. */
async function newFamilies(
  { dataSource, dukcapilUrl, made }: ReportMaker,
  areas: ReadonlyMap<string, { subjects: number; neighbours: number }>,
  today: string,
): Promise<Map<string, RegistrySnapshot[]>> {
  const openingDate = openingDateOf(today);
  const families = [...areas].flatMap(([areaCode, { subjects, neighbours }]) => {
    const choices = new Choices(`bench ${areaCode} after ${made}`);
    const some: SyntheticFamily[] = [];
    while (some.length < subjects + neighbours) {
      const family = makeFamily({ choices, areaCode, on: openingDate, kind: 'example' });
      if (family.fitsExamples) some.push(family);
    }
    return some;
  });
  const numbers = await dataSource.transaction(async (tx) => {
    const written = await writeFamilies(tx, { families, openingDate });
    await exportForDukcapil(tx, { dukcapilUrl, cardNumbers: written });
    return written;
  });
  const byArea = new Map<string, RegistrySnapshot[]>();
  for (let start = 0; start < numbers.length; start += CARDS_PER_QUERY) {
    const some = numbers.slice(start, start + CARDS_PER_QUERY);
    const needs = { niks: [], familyCards: some, childrenOf: [] };
    const snapshots = familiesOf(await loadSnapshot(dataSource.manager, needs));
    for (const number of some) {
      const snapshot = snapshots.get(number)!;
      const { areaCode } = snapshot.familyCards[0]!.address;
      byArea.set(areaCode, [...(byArea.get(areaCode) ?? []), snapshot]);
    }
  }
  return byArea;
}

/** One snapshot for each card, its people in the order of the card. */
function familiesOf(all: RegistrySnapshot): Map<string, RegistrySnapshot> {
  const people = new Map(all.residents.map((resident) => [resident.id, resident]));
  return new Map(
    all.familyCards.map((card) => [
      card.number,
      {
        residents: card.members.map(({ residentId }) => people.get(residentId)!),
        familyCards: [card],
        deeds: [],
        openLetters: [],
        uncarded: [],
      },
    ]),
  );
}

async function newLetters(
  { dukcapil }: ReportMaker,
  destinations: string[],
): Promise<{ pop(areaCode: string): MoveLetter }> {
  const byArea = new Map<string, MoveLetter[]>();
  const waiting = [...destinations];
  const ask = async () => {
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      const answer = await dukcapil.exampleLetter({ destinationCode: code });
      if (answer.kind !== 'found') throw new Error(`the simulator gave no letter: ${answer.kind}`);
      byArea.set(code, [...(byArea.get(code) ?? []), answer.letter]);
    }
  };
  await Promise.all(Array.from({ length: LETTERS_AT_ONCE }, ask));
  return { pop: (areaCode) => byArea.get(areaCode)!.pop()! };
}
