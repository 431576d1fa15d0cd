import { OTHER_CITIES } from './other-cities.js';
import type { FaultBoard } from './faults.js';
import type { Journal, Table } from './journal.js';
import type { Log } from './log.js';
import type { Postings } from './postings.js';
import { draw, seededUuid } from './seeded.js';
import { signedPost } from './signed-post.js';
import type { Timers } from './timers.js';

export type DestinationAction = 'reserve' | 'confirm' | 'release';

/** A letter of our city on its way to another one. */
export interface OutgoingLetter {
  nomor: string;
  kodeTujuan: string;
  /** Name of the destination, when it is one that the simulator knows. */
  kotaTujuan: string | null;
  niks: string[];
  reservationId: string;
  status: 'MENUNGGU' | 'DIRESERVASI' | 'SELESAI' | 'DITOLAK';
  confirmed: string[];
  /** Last answer of our city that was not 2xx. */
  lastFault: { action: DestinationAction; status: number | null; code: string | null } | null;
}

export class UnknownOutgoingLetter extends Error {
  constructor(nomor: string) {
    super(`no PINDAH posting announced ${nomor} to another city`);
    this.name = 'UnknownOutgoingLetter';
  }
}

/**
 * Plays the city that people of ours move to: reserves our letter and confirms each arrival through our inbound endpoints
 * `POST /api/v1/inbound/skpwni/{reserve|confirm|release}` {nomor, reservationId, nik?}.
 */
export class Destination {
  private readonly letters: Table<OutgoingLetter>;
  private readonly planned = new Set<string>();

  constructor(
    private readonly parts: {
      journal: Journal;
      postings: Postings;
      faults: FaultBoard;
      timers: Timers;
      cityUrl: string;
      secret: string;
      seed: string;
      retryBaseMs: number;
      log: Log;
    },
  ) {
    this.letters = parts.journal.table('outgoing-letters');
  }

  all(): OutgoingLetter[] {
    return [...this.letters.values()];
  }

  /** Learns of a letter from an accepted PINDAH posting. */
  learn(letter: { nomor: string; kodeTujuan: string; niks: string[] }): void {
    if (this.letters.get(letter.nomor)) return;
    const city = OTHER_CITIES.find((other) => other.code.startsWith(letter.kodeTujuan.slice(0, 5)));
    this.letters.set(letter.nomor, {
      ...letter,
      kotaTujuan: city?.city ?? null,
      reservationId: seededUuid(this.parts.seed, 'reservation', letter.nomor),
      status: 'MENUNGGU',
      confirmed: [],
      lastFault: null,
    });
    this.planWaiting();
  }

  /** Called when arrivals are switched on and after a restart. */
  planWaiting(): void {
    const delay = this.parts.faults.current.destinationDelayMs;
    if (delay === null) return;
    for (const { nomor, status } of this.letters.values()) {
      if (status === 'MENUNGGU' || status === 'DIRESERVASI') this.plan(nomor, delay, 0);
    }
  }

  forgetAll(): void {
    this.planned.clear();
  }

  /** The family arrives: reserve, then confirm everybody. Stops at the first answer that is not 2xx. */
  async arrive(nomor: string): Promise<OutgoingLetter> {
    let letter = this.known(nomor);
    if (letter.status === 'MENUNGGU' || letter.status === 'DITOLAK')
      letter = await this.act({ nomor, action: 'reserve' });
    for (const nik of letter.niks) {
      if (letter.status !== 'DIRESERVASI') break;
      if (!letter.confirmed.includes(nik)) letter = await this.act({ nomor, action: 'confirm', nik });
      if (letter.lastFault) break;
    }
    return letter;
  }

  /** One call to our city. Without a `nik`, `confirm` takes the next person who has not been confirmed. */
  async act(input: {
    nomor: string;
    action: DestinationAction;
    nik?: string | undefined;
  }): Promise<OutgoingLetter> {
    const { action } = input;
    const letter = this.known(input.nomor);
    const nik =
      action === 'confirm'
        ? (input.nik ?? letter.niks.find((one) => !letter.confirmed.includes(one)))
        : undefined;
    const answer = await this.call(letter, action, nik);
    const done = answer.status !== null && answer.status >= 200 && answer.status < 300;
    if (!done) {
      const final =
        answer.status !== null &&
        answer.status >= 400 &&
        answer.status < 500 &&
        ![408, 425, 429].includes(answer.status);
      return this.save({
        ...letter,
        ...(final && action === 'reserve' ? { status: 'DITOLAK' } : {}),
        lastFault: { action, status: answer.status, code: answer.code },
      });
    }
    if (action === 'release')
      return this.save({ ...letter, status: 'MENUNGGU', confirmed: [], lastFault: null });
    if (action === 'reserve') return this.save({ ...letter, status: 'DIRESERVASI', lastFault: null });
    const confirmed = [...new Set([...letter.confirmed, ...(nik === undefined ? [] : [nik])])];
    const everybody = letter.niks.every((one) => confirmed.includes(one));
    return this.save({
      ...letter,
      confirmed,
      status: everybody ? 'SELESAI' : letter.status,
      lastFault: null,
    });
  }

  private plan(nomor: string, delayMs: number, tries: number): void {
    if (this.planned.has(nomor)) return;
    this.planned.add(nomor);
    this.parts.timers.after(delayMs, async () => {
      this.planned.delete(nomor);
      if (this.parts.faults.current.destinationDelayMs === null) return;
      const letter = await this.arrive(nomor);
      this.parts.log('info', 'arrival at destination', {
        nomor,
        status: letter.status,
        confirmed: letter.confirmed.length,
        fault: letter.lastFault,
      });
      if (letter.status === 'SELESAI' || letter.status === 'DITOLAK') return;
      const pause = this.parts.retryBaseMs * 2 ** Math.min(tries, 5);
      this.plan(nomor, pause * (0.8 + 0.4 * draw(this.parts.seed, 'arrival', nomor, tries)), tries + 1);
    });
  }

  private async call(
    letter: OutgoingLetter,
    action: DestinationAction,
    nik: string | undefined,
  ): Promise<{ status: number | null; code: string | null }> {
    try {
      const { status, body } = await signedPost({
        url: `${this.parts.cityUrl}/api/v1/inbound/skpwni/${action}`,
        secret: this.parts.secret,
        body: {
          nomor: letter.nomor,
          reservationId: letter.reservationId,
          ...(nik === undefined ? {} : { nik }),
        },
      });
      return { status, code: /"(?:code|kode)"\s*:\s*"([\w.-]{1,60})"/.exec(body)?.[1] ?? null };
    } catch {
      return { status: null, code: null };
    }
  }

  private known(nomor: string): OutgoingLetter {
    const letter = this.letters.get(nomor);
    if (!letter) throw new UnknownOutgoingLetter(nomor);
    return letter;
  }

  private save(letter: OutgoingLetter): OutgoingLetter {
    this.letters.set(letter.nomor, letter);
    return letter;
  }
}
