import type { Journal, Table } from './journal.js';
import { readEventPayload } from './event-payload.js';
import type { Person } from './person.js';

export interface KnownPerson extends Person {
  /** From a LAHIR posting: the magic serials do not apply, the city's own numbering may reach them. */
  registered?: boolean;
}

/** Everybody the simulated national database knows. */
export class Population {
  private readonly people: Table<KnownPerson>;
  private readonly names: Table<string>;

  constructor(journal: Journal) {
    this.people = journal.table('people');
    this.names = journal.table('area-names');
  }

  get size(): number {
    return this.people.size;
  }

  find(nik: string): KnownPerson | undefined {
    return this.people.get(nik);
  }

  /** Returns how many rows were new or different; equal rows cost no line in the journal. */
  put(rows: Iterable<KnownPerson>, { keepExisting = false } = {}): number {
    let changed = 0;
    for (const row of rows) {
      const known = this.people.get(row.nik);
      if (known && (keepExisting || JSON.stringify(known) === JSON.stringify(row))) continue;
      this.people.set(row.nik, row);
      changed += 1;
    }
    return changed;
  }

  /** Official name of a dotted area code, or an empty text. */
  areaName(code: string): string {
    return this.names.get(code) ?? '';
  }

  putAreaNames(names: Record<string, string>): void {
    for (const [code, name] of Object.entries(names)) {
      if (this.names.get(code) !== name) this.names.set(code, name);
    }
  }

  /** What an acknowledged event changes: a newborn is known from now on, the dead are dead, those who moved live elsewhere. */
  apply(jenis: string, payload: Record<string, unknown>): void {
    const event = readEventPayload(payload);
    if (jenis === 'LAHIR') {
      const child = event.child;
      if (child) this.put([{ ...child, registered: true }]);
    } else if (jenis === 'MATI') {
      for (const nik of event.subjects) this.patch(nik, { status: 'MATI' });
    } else if (jenis === 'DATANG' || (jenis === 'PINDAH' && event.letter === null)) {
      // With a letter people stay where they were until their destination reports the arrival.
      const moved = { ...event.address, ...(event.familyCardNumber ? { noKk: event.familyCardNumber } : {}) };
      for (const nik of event.subjects) this.patch(nik, moved);
    }
  }

  private patch(nik: string, patch: Partial<Person>): void {
    const known = this.people.get(nik);
    if (known) this.put([{ ...known, ...patch }]);
  }
}
