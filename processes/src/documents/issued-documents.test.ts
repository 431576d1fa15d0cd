import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@lampid/domain/documents/document-content';
import type { EffectResult } from '@lampid/domain/registry/change';
import { BABAKAN, child, couple, letterFor, TODAY } from '@lampid/domain/testing/families';
import type { MemoryRegistry } from '@lampid/domain/testing/memory-registry';
import arrival from '../../arrival/event.js';
import birth from '../../birth/event.js';
import death from '../../death/event.js';
import move from '../../move/event.js';
import type { EventDefinition, RegisteredResult } from '../define-event.js';
import { CONFIG, registryForExample } from '../testing/judge-event.js';

const letter = letterFor(
  couple(child('Agus', '2015-05-05')).map((person, index) => ({
    ...person,
    nik: `317101010101900${index + 1}`,
  })),
);

/** Registers the example of the event, changed, and makes every document that the registration ordered. */
function issued<Data>(
  event: EventDefinition<Data>,
  change: (data: Data, registry: MemoryRegistry) => Data = (data) => data,
) {
  const { registry, input } = registryForExample(
    couple(child('Agus', '2000-05-05'), child('Cici', '2015-05-05', 2)),
    letter,
  );
  const example = event.example(input);
  const data = change(example, registry);
  const effect = event.effect({
    data,
    registry: registry.snapshot(letter),
    today: TODAY,
    addWorkingDays: () => '2027-04-15',
    late: false,
    config: CONFIG,
  });
  const registered = registeredResult(effect, registry.apply(effect, TODAY));
  return registered.documents.map((order) => {
    const kind = event.issues.find((candidate) => candidate.kind === order.kind);
    expect(kind, order.kind).toBeDefined();
    return kind!.content({ order, data, registered, registry: registry.snapshot(), city: CONFIG.city });
  });
}

/** What `db` answers after it gave the numbers. */
function registeredResult(effect: EffectResult, refs: Map<string, string>): RegisteredResult {
  const of = (ref: string) => refs.get(ref) ?? ref;
  const made = (op: string) =>
    effect.changes.flatMap((change) =>
      change.op === op && 'ref' in change ? [{ ref: change.ref, number: of(change.ref) }] : [],
    );
  return {
    registeredOn: TODAY,
    result: Object.fromEntries(Object.entries(effect.result).map(([name, ref]) => [name, of(ref)])),
    residents: [],
    cards: made('open-card'),
    deeds: effect.changes.flatMap((change) =>
      change.op === 'register-deed' ? [{ ref: change.ref, number: of(change.ref), kind: change.kind }] : [],
    ),
    letters: made('issue-move-letter'),
    documents: effect.documents.map(({ kind, about }) => {
      if ('resident' in about) return { kind, about: { resident: of(about.resident) } };
      return 'card' in about
        ? { kind, about: { card: of(about.card) } }
        : { kind, about: { letter: of(about.letter) } };
    }),
  };
}

describe('the documents that a registration orders', () => {
  it('of a birth', () => {
    const documents = issued(birth);
    expect(documents.map(({ kind }) => kind)).toEqual(['kutipan-akta-kelahiran', 'kk', 'kia']);
    expect(documents[0]).toMatchObject({ number: '3273-LU-23112026-9001', issuedOn: TODAY, city: '32.73' });
    expect(canonicalJson(documents[1])).toContain('Cici');
  });

  it('of a death, with the new card and the widow', () => {
    const documents = issued(death, (data, registry) => ({
      ...data,
      deceased: { nik: registry.byName('Budi').nik, name: 'Budi' },
      newHeadNik: registry.byName('Siti').nik,
    }));
    expect(documents.map(({ kind }) => kind)).toEqual(['kutipan-akta-kematian', 'ktp-el', 'kk']);
    expect(documents[0]!.number).toBe('3273-KM-23112026-9001');
    expect(canonicalJson(documents[2])).not.toContain('Budi');
  });

  it('of a move out', () => {
    const [skpwni, ...others] = issued(move);
    expect(others).toEqual([]);
    expect(skpwni!.number).toBe('SKPWNI/3273/23112026/9001');
    const content = canonicalJson(skpwni);
    for (const name of ['Budi', 'Siti', 'Agus', 'Cici', 'Jl. Dago', '15 April 2027'])
      expect(content).toContain(name);
  });

  it('of a move inside the city', () => {
    const documents = issued(move, (data) => ({ ...data, destination: BABAKAN }));
    expect(documents.map(({ kind }) => kind)).toEqual(['kk', 'ktp-el', 'ktp-el', 'ktp-el', 'kia']);
    expect(canonicalJson(documents[0])).toContain(BABAKAN.street);
  });

  it('of an arrival', () => {
    const documents = issued(arrival);
    expect(documents.map(({ kind }) => kind)).toEqual(['kk', 'ktp-el', 'ktp-el', 'kia']);
  });
});
