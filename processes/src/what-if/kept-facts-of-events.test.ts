/** Whatever an event type computes: of the example of each, nothing that is kept tells whom it is about. */
import { couple, child, letterFor, TODAY } from '@lampid/domain/testing/families';
import { keptFacts } from '@lampid/domain/rules/kept-facts';
import { beforeAll, describe, expect, it } from 'vitest';
import arrival from '../../arrival/event.js';
import birth from '../../birth/event.js';
import death from '../../death/event.js';
import move from '../../move/event.js';
import type { EventDefinition } from '../define-event.js';
import {
  answer,
  eventTables,
  factsInput,
  registryForExample,
  type EventTables,
} from '../testing/judge-event.js';

const EVENTS: EventDefinition<never>[] = [birth, death, move, arrival] as never[];

/** Texts of the report that are people's: whatever is neither a code nor a date. */
function personal(data: unknown): string[] {
  if (typeof data === 'string') return /^\d{12,}$|^[A-Z][A-Za-z' ]{2,}$/.test(data) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(personal);
}

describe.each(EVENTS.map((event) => [event.id, event] as const))('the kept facts of a %s', (id, event) => {
  let tables: EventTables;
  beforeAll(async () => {
    tables = await eventTables(id);
  });

  it('hold no name and no number of anybody', () => {
    const letter = letterFor(couple(child('Wati')));
    const { registry, input } = registryForExample(couple(child('Agus'), child('Dewi')), letter);
    const data = event.example(input) as { documents: { kind: string }[] };
    const facts = event.facts(
      factsInput({
        ...{ eventTables: tables, data: data as never, registry },
        given: {
          ...{ letter, dukcapil: [answer(0, 'matched', 98)] },
          openDuplicateTicket: 'LMP-L-3273021004-20261122-0001',
        },
      }),
    );
    const kept = JSON.stringify(keptFacts(tables.tables.sources, { ...facts, lawDate: TODAY }));
    const texts = personal(data);
    expect(texts.length).toBeGreaterThan(3);
    for (const text of [...texts, 'LMP-']) expect(kept).not.toContain(text);
    expect(kept).not.toMatch(/\d{12}/);
  });
});
