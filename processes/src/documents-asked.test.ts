/** What a page says is asked of the documents, and calls fulfilled, is what the tables accept: with every choice of files. */
import { describe, expect, it } from 'vitest';
import { documentRequirements, type DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import { knownFactsOf, type FormFacts } from '@lampid/domain/rules/form-facts';
import { rulesAboutDocuments } from '@lampid/domain/rules/rules-about-documents';
import { child, couple, father, mother, TODAY } from '@lampid/domain/testing/families';
import { MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import birth from '../birth/event.js';
import death from '../death/event.js';
import type { EventDefinition } from './define-event.js';
import {
  eventTables,
  exampleInput,
  factsInput,
  familySnapshot,
  type EventTables,
} from './testing/judge-event.js';

interface Asked<Data> {
  event: EventDefinition<Data>;
  tables: EventTables;
  registry: MemoryRegistry;
  data: Data & { documents: { kind: string }[] };
}

async function clean<Data>(event: EventDefinition<Data>): Promise<Asked<Data>> {
  const registry = new MemoryRegistry();
  const card = registry.addFamily(couple(child('Agus', '2019-05-05')));
  const next = registry.addFamily([father('Joko'), mother('Ani')]);
  const example = exampleInput({
    family: familySnapshot(registry, card.number),
    neighbours: familySnapshot(registry, next.number),
  });
  const data = event.example(example) as Asked<Data>['data'];
  return { event, tables: await eventTables(event.id), registry, data };
}

const withFiles = <Data>({ data, registry, tables }: Asked<Data>, attachments: string[]) => ({
  ...factsInput({ data, registry, eventTables: tables }),
  attachments,
});

/** As the desk tells it: by the form alone. */
function asked<Data>(of: Asked<Data>, attached: string[]): DocumentRequirement[] {
  const { decisions, tables, formFacts } = of.tables;
  const about = rulesAboutDocuments(tables);
  return documentRequirements({
    kinds: of.event.attachments.map(({ kind }) => kind),
    attached,
    judge: (files) =>
      about.evaluateSoFar(
        decisions.filter((id) => about.decisions.includes(id)),
        { ...knownFactsOf(formFacts as FormFacts<Data>, withFiles(of, files)), lawDate: TODAY },
      ).findings,
  });
}

/** What the whole tables find, with register and all, as the case's first step does. */
function struck<Data>(of: Asked<Data>, attached: string[]): Set<string> {
  const facts = { ...of.event.facts(withFiles(of, attached)), lawDate: TODAY };
  return new Set(
    of.tables.tables.evaluate(of.tables.decisions, facts).map(({ code, message }) => `${code} ${message.id}`),
  );
}

const eitherOr = <Data>(of: Asked<Data>) =>
  asked(of, [])
    .filter(({ alternatives }) => alternatives.length > 1)
    .map(({ code, alternatives }) => [code, ...alternatives].join(' '));

const subsets = (kinds: readonly string[]): string[][] =>
  kinds.reduce<string[][]>((all, kind) => [...all, ...all.map((some) => [...some, kind])], [[]]);

/** With every choice of the alternatives, beside what is always required and without. */
function agrees<Data>(of: Asked<Data>): number {
  const always = of.event.attachments.filter(({ required }) => required).map(({ kind }) => kind);
  const alternatives = new Set(
    asked(of, []).flatMap((requirement) =>
      requirement.alternatives.length > 1 ? requirement.alternatives : [],
    ),
  );
  const choices = subsets([...alternatives]).flatMap((some) => [some, [...always, ...some]]);
  for (const attached of choices) {
    const strikes = struck(of, attached);
    for (const { code, message, fulfilled } of asked(of, attached))
      expect([code, attached, fulfilled]).toEqual([code, attached, !strikes.has(`${code} ${message.id}`)]);
  }
  return choices.length;
}

describe('documents asked for', () => {
  it('of a birth: letter or sworn statement, marriage book or sworn statement', async () => {
    const of = await clean(birth);
    expect(eitherOr(of)).toEqual(['L18 surat-kelahiran f-2-03', 'L19 buku-nikah f-2-04']);
    expect(agrees(of)).toBe(32);
  });

  it('follow what is filled in: of a child without known parents no marriage is to be shown', async () => {
    const of = await clean(birth);
    Object.assign(of.data, { certificateModel: 'TANPA_ORANG_TUA', mother: null, father: null });
    expect(eitherOr(of)).toEqual(['L18 surat-kelahiran f-2-03']);
    expect(asked(of, []).find(({ code }) => code === 'L20')?.alternatives).toEqual(['berita-acara-polisi']);
  });

  it('of a death: any proof of it', async () => {
    const of = await clean(death);
    const [proof] = eitherOr(of);
    expect(proof).toMatch(/^M07 surat-kematian .+/);
    expect(agrees(of)).toBeGreaterThan(8);
  });

  it('are one each where they are always required', async () => {
    const of = await clean(birth);
    const always = of.event.attachments.filter(({ required }) => required).map(({ kind }) => kind);
    const single = asked(of, []).filter(({ code }) => code === 'U15');
    expect(single.map(({ alternatives }) => alternatives)).toEqual(always.map((kind) => [kind]));
    expect(asked(of, always).filter(({ code, fulfilled }) => code === 'U15' && fulfilled)).toHaveLength(
      always.length,
    );
  });
});
