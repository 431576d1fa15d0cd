import { createHash } from 'node:crypto';
import { readEventPayload } from './event-payload.js';
import type { FaultBoard } from './faults.js';
import { compactDate, jakartaDate } from './jakarta-date.js';
import type { Journal, Table } from './journal.js';
import type { Population } from './population.js';
import { draw } from './seeded.js';

/** One event at SIAK, however often it was posted. */
export interface Posting {
  correlationId: string;
  jenis: string;
  /** Of the content, to tell a repeat from another event under the same id. */
  digest: string;
  firstAt: string;
  /** How often it was posted. One event is one posting: only the first changed anything. */
  received: number;
  status: 'ACK' | 'NACK';
  kode: string;
  pesan: string;
  nomorDokumen: string | null;
  traceparent: string | null;
  callback: {
    /** A callback is owed: it is sent, again and again, until it is delivered. */
    due: boolean;
    /** Tries since it became due. */
    tries: number;
    delivered: number;
    dropped: number;
  };
  /** The move-out letter of our city that this event announces to another city. */
  letter: { nomor: string; kodeTujuan: string; niks: string[] } | null;
}

export class CorrelationIdReused extends Error {
  constructor(correlationId: string) {
    super(`correlationId ${correlationId} was used for another content`);
    this.name = 'CorrelationIdReused';
  }
}

/** SIAK's book of postings: idempotent by correlationId, decided at once, acknowledged later. */
export class Postings {
  private readonly table: Table<Posting>;

  constructor(
    private readonly parts: {
      journal: Journal;
      faults: FaultBoard;
      population: Population;
      city: string;
      seed: string;
      now: () => Date;
    },
  ) {
    this.table = parts.journal.table('postings');
  }

  all(): Posting[] {
    return [...this.table.values()];
  }

  find(correlationId: string): Posting | undefined {
    return this.table.get(correlationId);
  }

  save(posting: Posting): void {
    this.table.set(posting.correlationId, posting);
  }

  /** `first` false: a repeat, which changes nothing but the count. Throws `CorrelationIdReused`. */
  accept(input: {
    correlationId: string;
    jenis: string;
    payload: Record<string, unknown>;
    traceparent: string | null;
  }): { posting: Posting; first: boolean } {
    const digest = createHash('sha256')
      .update(canonical([input.jenis, input.payload]))
      .digest('hex');
    const known = this.table.get(input.correlationId);
    if (known) {
      if (known.digest !== digest) throw new CorrelationIdReused(input.correlationId);
      const repeated = { ...known, received: known.received + 1 };
      this.save(repeated);
      return { posting: repeated, first: false };
    }
    const { faults, population } = this.parts;
    const rejected = faults.takeNack() || faults.strikes('nackRate', input.correlationId);
    const posting: Posting = {
      correlationId: input.correlationId,
      jenis: input.jenis,
      digest,
      firstAt: this.parts.now().toISOString(),
      received: 1,
      ...(rejected ? REJECTED : { ...REGISTERED, nomorDokumen: this.documentNumber(input) }),
      traceparent: input.traceparent,
      callback: { due: true, tries: 0, delivered: 0, dropped: 0 },
      letter: rejected ? null : this.letterOf(input),
    };
    this.save(posting);
    if (!rejected) population.apply(input.jenis, input.payload);
    return { posting, first: true };
  }

  private documentNumber({ correlationId, jenis }: { correlationId: string; jenis: string }): string {
    const serial = Math.floor(draw(this.parts.seed, 'document', correlationId) * 1e8);
    return `SIAK-${jenis}-${compactDate(jakartaDate(this.parts.now()))}-${String(serial).padStart(8, '0')}`;
  }

  private letterOf(input: { jenis: string; payload: Record<string, unknown> }): Posting['letter'] {
    if (input.jenis !== 'PINDAH') return null;
    const { letter, areaCode, subjects } = readEventPayload(input.payload);
    const leaves = areaCode !== null && areaCode.slice(0, 5) !== this.parts.city;
    return letter !== null && leaves ? { nomor: letter, kodeTujuan: areaCode, niks: subjects } : null;
  }
}

const REGISTERED = { status: 'ACK', kode: '00', pesan: 'Peristiwa tercatat di SIAK Terpusat' } as const;
const REJECTED = {
  status: 'NACK',
  kode: 'SIAK-21',
  pesan: 'Data tidak konsisten dengan SIAK Terpusat (simulasi)',
  nomorDokumen: null,
} as const;

/** JSON with sorted keys: the order in which a sender writes keys is not content. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
