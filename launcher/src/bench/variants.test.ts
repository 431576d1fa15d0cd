import { describe, expect, it } from 'vitest';
import { nikPrefix } from '@lampid/domain/nik';
import { child, couple, father, letterFor, mother, TODAY } from '@lampid/domain/testing/families';
import { MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import { findEvents } from '@lampid/processes/find-events';
import { eventTables, exampleInput, familySnapshot, judge } from '@lampid/processes/testing/judge-event';
import type { ReportData } from './generator/protocol.js';
import { withDoubt, withinTheCity, withRealError } from './variants.js';

const types = ['birth', 'death', 'move', 'arrival'] as const;

/** An example of the type, and the severities that its deployed tables find in a changed copy. */
async function exampleOf(type: (typeof types)[number]) {
  const event = (await findEvents()).find(({ definition }) => definition.id === type)!.definition;
  const registry = new MemoryRegistry();
  const people = couple(child('Agus', '2010-05-05'), child('Cici', '2015-05-05', 2));
  const card = registry.addFamily(people);
  const next = registry.addFamily([father('Joko'), mother('Ani')]);
  const arriving = people.map(({ sex, birthDate, ...person }) => {
    const nik = `${nikPrefix({ districtCode: '31.71.01', birthDate, sex })}9001`;
    return { ...person, sex, birthDate, nik };
  });
  const letter = type === 'arrival' ? letterFor(arriving) : null;
  const input = exampleInput({
    family: familySnapshot(registry, card.number),
    neighbours: familySnapshot(registry, next.number),
    letter,
  });
  const data = event.example(input) as ReportData;
  const tables = await eventTables(type);
  const severities = (changed: ReportData) =>
    new Set(
      judge({ event, eventTables: tables, data: changed, registry, given: { letter } }).map(
        ({ severity }) => severity,
      ),
    );
  return { data, severities, event };
}

describe('the cases of the mix, judged by the tables that are deployed', () => {
  it.each(types)('%s: the example itself passes', async (type) => {
    const { data, severities } = await exampleOf(type);
    expect([...severities(data)].filter((severity) => severity !== 'W')).toEqual([]);
  });

  it.each(types)('%s: with the error it comes back', async (type) => {
    const { data, severities, event } = await exampleOf(type);
    const wrong = withRealError({ type, data, today: TODAY });
    expect(severities(wrong)).toContain('E');
    expect(event.schema.safeParse(wrong).success).toBe(true);
  });

  it.each(types)('%s: with the doubt it needs the second decision, and has no error', async (type) => {
    const { data, severities } = await exampleOf(type);
    const found = severities(withDoubt({ type, data, today: TODAY }));
    expect(found.has('A') || found.has('L')).toBe(true);
    expect(found.has('E')).toBe(false);
  });

  it('move: to another kelurahan of the city is as good', async () => {
    const { data, severities } = await exampleOf('move');
    const inside = severities(withinTheCity(data, '32.73.02.1006'));
    expect([...inside].filter((severity) => severity !== 'W')).toEqual([]);
  });
});
