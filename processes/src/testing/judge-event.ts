/** Judges reports as `validate-report` does, over a register in memory: for tests of event types and their tables. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addDays } from '@lampid/domain/dates';
import type { MoveLetter, RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import { compileTables } from '@lampid/domain/rules/compile-tables';
import type { CompiledTables } from '@lampid/domain/rules/evaluate';
import type { DukcapilAnswer } from '@lampid/domain/rules/facts';
import { extraFacts, knownFactsOf, type FormFacts } from '@lampid/domain/rules/form-facts';
import type { Finding } from '@lampid/domain/rules/finding';
import { father, mother, TODAY } from '@lampid/domain/testing/families';
import { CITY, DAGO, MemoryRegistry, type PersonSpec } from '@lampid/domain/testing/memory-registry';
import { parseCaseModel } from '../case-model.js';
import type { Configuration, EventDefinition, ExampleInput, FactsInput } from '../define-event.js';
import { ownModule, processesFolder } from '../folders.js';

export const CONFIG: Configuration = {
  city: CITY,
  moveLetterValidDays: 100,
  moveLetterWorkingDays: true,
  moveLetterGraceDays: 30,
  keepCardNumberOnWholeMove: true,
};

export const AREAS: ReadonlySet<string> = new Set([
  '32.73.02',
  '32.73.02.1004',
  '32.73.02.1006',
  '32.73.05',
  '32.73.05.1001',
  '31.71.01',
  '31.71.01.1001',
]);

/** The tables of an event and the decisions that its model names on `validate`. */
export interface EventTables {
  tables: CompiledTables;
  decisions: string[];
  /** What its reports tell by themselves. */
  formFacts: FormFacts<never>;
}

export async function eventTables(eventId: string): Promise<EventTables> {
  const read = (...path: string[]) => readFile(join(processesFolder, ...path), 'utf8');
  const [common, own, bpmn] = await Promise.all([
    read('shared', 'common.dmn'),
    read(eventId, 'rules.dmn'),
    read(eventId, `${eventId}.bpmn`),
  ]);
  const model = await parseCaseModel(bpmn);
  const validate = model.processes
    .flatMap((process) => [...process.elements.values()])
    .find((element) => element.topic === 'validate-report');
  return {
    tables: await compileTables([common, own]),
    formFacts: await formFactsOf(eventId),
    decisions: (validate?.properties.decisions ?? '').split(',').map((id) => id.trim()),
  };
}

async function formFactsOf(eventId: string): Promise<FormFacts<never>> {
  const module = (await import(pathToFileURL(ownModule(eventId, 'form-facts')).href)) as {
    formFacts: FormFacts<never>;
  };
  return module.formFacts;
}

export type Judging<Data> = Partial<Omit<FactsInput<Data>, 'data' | 'registry' | 'attachments'>> & {
  /** Kinds beside (`+kind`) or without (`-kind`) those of the report's documents. */
  documents?: string[];
  letter?: MoveLetter | null;
};

export interface JudgeInput<Data> {
  event: EventDefinition<Data>;
  eventTables: EventTables;
  data: Data & { documents: { kind: string }[] };
  registry: MemoryRegistry;
  given?: Judging<Data>;
}

export function factsInput<Data>({
  data,
  registry,
  given = {},
}: Omit<JudgeInput<Data>, 'event'>): FactsInput<Data> {
  const { documents = [], letter, ...rest } = given;
  const attached = new Set(data.documents.map(({ kind }) => kind));
  for (const change of documents) {
    if (change.startsWith('-')) attached.delete(change.slice(1));
    else attached.add(change.slice(1));
  }
  return {
    data,
    registry: registry.snapshot(letter),
    dukcapil: [],
    operatorArea: DAGO.areaCode,
    knownAreas: AREAS,
    attachments: [...attached],
    openDuplicateTicket: null,
    ...{ today: TODAY, reportedOn: TODAY },
    config: CONFIG,
    ...rest,
  };
}

export function judge<Data>(input: JudgeInput<Data>): Finding[] {
  const { event, eventTables: of } = input;
  const findings = of.tables.evaluate(of.decisions, { ...event.facts(factsInput(input)), lawDate: TODAY });
  assertDeskAgrees(input, findings);
  return findings;
}

/** The desk, which has the form only, finds nothing else and misses only what it says it cannot decide. */
function assertDeskAgrees<Data>(input: JudgeInput<Data>, findings: Finding[]): void {
  const { tables, decisions, formFacts } = input.eventTables;
  const known = knownFactsOf(formFacts as FormFacts<Data>, factsInput(input));
  const extra = extraFacts((input.data as { extra?: Record<string, unknown> }).extra);
  const soFar = tables.evaluateSoFar(decisions, { ...known, ...extra, lawDate: TODAY });
  const keys = (of: Finding[]) => new Set(of.map((finding) => JSON.stringify(finding)));
  const all = keys(findings);
  const found = keys(soFar.findings);
  const wrong = soFar.findings.filter((finding) => !all.has(JSON.stringify(finding)));
  const missed = findings.filter(
    (finding) => !soFar.undecided.has(finding.code) && !found.has(JSON.stringify(finding)),
  );
  if (wrong.length + missed.length > 0)
    throw new Error(`the desk judges otherwise: ${JSON.stringify({ wrong, missed })}`);
}

/** `E U08 familyCardNumber` */
export const shortFindings = (findings: Finding[]): string[] =>
  findings.map(({ severity, code, field }) => `${severity} ${code}${field ? ` ${field}` : ''}`);

/** What an event type is given to make its example from. */
export function exampleInput(input: {
  family: RegistrySnapshot;
  neighbours: RegistrySnapshot;
  letter?: MoveLetter | null;
}): ExampleInput {
  return {
    registry: input.family,
    neighbours: input.neighbours,
    letter: input.letter ?? null,
    ticket: null,
    documents: (kinds) =>
      kinds.map((kind) => ({ kind, attachmentId: '0198f2a4-7b6c-7d1e-8f00-000000000001' })),
    operatorArea: DAGO.areaCode,
    foreignArea: '31.71.01.1001',
    today: TODAY,
  };
}

/** A register of a family and its neighbours Joko and Ani, and what an example is made from. */
export function registryForExample(people: PersonSpec[], letter: MoveLetter | null = null) {
  const registry = new MemoryRegistry();
  const card = registry.addFamily(people);
  const next = registry.addFamily([father('Joko'), mother('Ani')]);
  const input = exampleInput({
    family: familySnapshot(registry, card.number),
    neighbours: familySnapshot(registry, next.number),
    letter,
  });
  return { registry, card, next, input };
}

/** The part of the register that belongs to one card. */
export function familySnapshot(registry: MemoryRegistry, cardNumber: string): RegistrySnapshot {
  const all = registry.snapshot();
  return {
    ...all,
    residents: all.residents.filter(({ familyCardNumber }) => familyCardNumber === cardNumber),
    familyCards: all.familyCards.filter(({ number }) => number === cardNumber),
  };
}

export const daysAgo = (days: number) => addDays(TODAY, -days);

export function answer(
  subject: number,
  outcome: DukcapilAnswer['outcome'],
  nameScore: number | null = null,
): DukcapilAnswer {
  return { subject, outcome, nameScore, birthDateMatches: null, sexMatches: null };
}
