/**
 * The months of this year up to yesterday, as if this installation had worked through them: births, deaths, moves, arrivals, the
 * late ones too, computed by the event types' own effects. Families of the examples stay as they are.
 */
import { addWorkingDays, isWorkingDay, type OfficeCalendar } from '@lampid/domain/calendar';
import { addDays } from '@lampid/domain/dates';
import { moveLetterPrefix } from '@lampid/domain/document-numbers';
import { nikPrefix } from '@lampid/domain/nik';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import { EffectConflict } from '@lampid/domain/registry/change';
import { ticketNumber, ticketPrefix } from '@lampid/domain/tickets';
import type { Configuration, EventDefinition } from '@lampid/processes/define-event';
import type { Tx } from '../../data-source.js';
import { newId } from '../../kernel/new-id.js';
import { row, rows } from '../../kernel/rows.js';
import { allocateNumbers } from '../../registry/allocate-numbers.js';
import { wantNumbers } from '../../registry/apply-effect.js';
import { loadSnapshot } from '../../registry/load-snapshot.js';
import { Choices } from '../choices.js';
import { makeFamily } from '../synthetic-family.js';
import { harmlessNiks } from '../write-families.js';
import { historyRows, type RowsBefore, type SettledReport } from './history-rows.js';
import { pastArrival, pastReport, type PastReport } from './past-report.js';
import { writeHistory } from './write-history.js';

/** Families of one batch: some megabytes of JSON. */
const BATCH = 1_000;
/** Of a hundred reports. */
const ARRIVALS = 16;
/** Of the families that are looked at, so many have something to report. */
const FITTING = 0.4;
/** Cities that people come from and go to; none that the simulator plays, whose people have NIKs of their own. */
const ELSEWHERE = ['32.71.01.1001', '33.72.01.1001', '31.71.01.1001'] as const;

export interface HistoryInput {
  reports: number;
  today: string;
  events: ReadonlyMap<string, EventDefinition>;
  config: Configuration;
  calendar: OfficeCalendar;
  progress?: (done: number) => void;
}

/** Answers how many reports were written: fewer than asked for where there are not enough families or no day has passed. */
export async function seedHistory(tx: Tx, input: HistoryInput): Promise<number> {
  const days = workingDays(input);
  const families = await familyCount(tx, input.today);
  if (days.length === 0 || families === 0) return 0;
  const history = new History(tx, input);
  // A family has one report in each round; rounds follow each other in time, so that nothing happens before its cause.
  const rounds = Math.max(1, Math.ceil((input.reports * (100 - ARRIVALS)) / 100 / (families * FITTING)));
  for (let round = 0; round < rounds; round++) {
    const share = (place: number, of: number) => Math.floor((place * of) / rounds);
    const part = days.slice(share(round, days.length), Math.max(share(round + 1, days.length), 1));
    if (part.length > 0)
      await history.round(part, share(round + 1, input.reports) - share(round, input.reports));
  }
  return history.done;
}

class History {
  done = 0;
  readonly #choices = new Choices('history');
  readonly #tickets = new Map<string, number>();
  #villages: string[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly input: HistoryInput,
  ) {}

  /** `count` reports on these days, spread evenly over the families of the city. */
  async round(days: readonly string[], count: number): Promise<void> {
    this.#villages = await villages(this.tx);
    const since = days[0]!;
    let left = await familyCount(this.tx, since);
    const until = this.done + count;
    const enough = this.done + Math.round((count * (100 - ARRIVALS)) / 100);
    for (let after = ''; this.done < enough;) {
      const cards = await cardsAfter(this.tx, { after, since });
      const last = cards.at(-1);
      if (!last) break;
      after = last;
      const chance = (enough - this.done) / FITTING / left;
      left -= cards.length;
      const chosen = cards.filter(() => this.#choices.chance(chance));
      if (chosen.length > 0) await this.#happen(chosen, days, enough);
    }
    // Who comes makes up for families that nothing could happen to.
    while (this.done < until) await this.#arrive(Math.min(BATCH / 2, until - this.done), days);
  }

  async #happen(cards: string[], days: readonly string[], enough: number): Promise<void> {
    const snapshot = await loadSnapshot(this.tx, { niks: [], familyCards: cards, childrenOf: [] });
    const before = await rowsBefore(this.tx, cards);
    const reports = familiesOf(snapshot).flatMap((registry) => {
      const report = pastReport({
        ...{ choices: this.#choices, registry, day: this.#choices.pick(days) },
        ...{ villages: this.#villages, foreignArea: this.#choices.pick(ELSEWHERE) },
      });
      return report ? [report] : [];
    });
    await this.#settle(reports.slice(0, enough - this.done), before);
  }

  async #arrive(count: number, days: readonly string[]): Promise<void> {
    const choices = this.#choices;
    const families = Array.from({ length: count }, () => {
      const day = choices.pick(days);
      const family = makeFamily({ choices, areaCode: choices.pick(this.#villages), on: addDays(day, -30) });
      return { day, origin: choices.pick(ELSEWHERE), family };
    });
    const niks = await harmlessNiks(
      this.tx,
      families.flatMap(({ origin, family }) =>
        family.members.map(({ birthDate, sex }) => ({
          kind: 'nik' as const,
          prefix: nikPrefix({ districtCode: origin.slice(0, 8), birthDate, sex }),
        })),
      ),
    );
    const reports = families.map(({ day, origin, family }, index) =>
      pastArrival({
        ...{ choices, family, day, origin, niks: niks.splice(0, family.members.length) },
        number: `${moveLetterPrefix({ city: origin.slice(0, 5), date: day })}/${9_000 + (index % 999)}`,
      }),
    );
    await this.#settle(reports, { residents: new Map(), cards: new Map(), memberships: new Map() });
  }

  async #settle(reports: PastReport[], before: RowsBefore): Promise<void> {
    const { city } = this.input.config;
    const settled = reports.flatMap((report) => this.#compute(report) ?? []);
    const requests = settled.flatMap(({ wanted }) => wanted.requests);
    const numbers = await allocateNumbers(
      this.tx,
      requests.map(({ kind, prefix }) => ({ kind, prefix })),
    );
    requests.forEach((request, index) => request.take(numbers[index]!));
    const memberships = settled.flatMap(({ effect }) =>
      effect.changes.filter(({ op }) => op === 'join-card' || op === 'change-relation'),
    );
    const ids = await reserveMemberships(this.tx, memberships.length);
    await writeHistory(this.tx, historyRows(settled, { before, nextMembership: () => ids.pop()!, city }));
    this.done += settled.length;
    this.input.progress?.(this.done);
  }

  /** Null when the event cannot happen to the family after all. */
  #compute(report: PastReport): SettledReport | null {
    const { events, config, calendar } = this.input;
    const { kind, data, registry, day: today, late, areaCode } = report;
    const event = events.get(kind)!;
    try {
      const effect = event.effect({
        ...{ data, registry, today, late, config },
        addWorkingDays: (from, days) => addWorkingDays(from, days, calendar),
      });
      const prefix = ticketPrefix({ letter: event.ticketLetter, areaCode, date: today });
      const serial = (this.#tickets.get(prefix) ?? 0) + 1;
      this.#tickets.set(prefix, serial);
      const ticket = ticketNumber(prefix, serial);
      const names = [...event.searchNames(data), ticket].join(' ').toLowerCase();
      return {
        ...{ ...report, id: newId(Date.parse(today)), ticket, effect },
        wanted: wantNumbers({ effect, today, city: config.city }),
        title: event.title(data).slice(0, 200),
        searchText: names.slice(0, 1000),
        eventDate: event.eventDate(data),
      };
    } catch (error) {
      if (error instanceof EffectConflict) return null;
      throw error;
    }
  }
}

function workingDays({ today, calendar }: HistoryInput): string[] {
  const days: string[] = [];
  for (let day = `${today.slice(0, 4)}-01-01`; day < today; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) days.push(day);
  }
  return days;
}

/** Not of the examples, and there before the day `$1`. */
const OPEN_TO_HISTORY = `c.status = 'active' and c.opened_on < $1::date and not exists (
  select from reporting.example_family e where e.card_number = c.number)`;

async function familyCount(tx: Tx, since: string): Promise<number> {
  const sql = `select count(*)::int as count from registry.family_card c where ${OPEN_TO_HISTORY}`;
  return (await row<{ count: number }>(tx, sql, [since]))!.count;
}

async function cardsAfter(tx: Tx, { after, since }: { after: string; since: string }): Promise<string[]> {
  const found = await rows<{ number: string }>(
    tx,
    `select c.number from registry.family_card c where ${OPEN_TO_HISTORY} and c.number > $2 order by c.number limit $3`,
    [since, after, BATCH],
  );
  return found.map(({ number }) => number);
}

async function villages(tx: Tx): Promise<string[]> {
  const found = await rows<{ code: string }>(
    tx,
    'select distinct area_code as code from registry.family_card order by 1',
  );
  return found.map(({ code }) => code);
}

/** One snapshot for each family: what happens to it knows nobody else. */
function familiesOf({ residents, familyCards }: RegistrySnapshot): RegistrySnapshot[] {
  const byId = new Map(residents.map((resident) => [resident.id, resident]));
  return familyCards.map((card) => ({
    residents: card.members.map(({ residentId }) => byId.get(residentId)!),
    ...{ familyCards: [card], deeds: [], openLetters: [], uncarded: [] },
  }));
}

async function rowsBefore(tx: Tx, numbers: string[]): Promise<RowsBefore> {
  const found = await row<{
    residents: (RowsBefore['residents'] extends Map<string, infer Row> ? Row : never)[];
    cards: (RowsBefore['cards'] extends Map<string, infer Row> ? Row : never)[];
    memberships: (RowsBefore['memberships'] extends Map<string, infer Row> ? Row : never)[];
  }>(
    tx,
    `with card as (select * from registry.family_card where number = any($1::text[])),
       member as (select m.* from registry.membership m join card on card.id = m.card_id where m.until is null)
     select (select jsonb_agg(to_jsonb(card)) from card) as cards,
       (select jsonb_agg(to_jsonb(r)) from registry.resident r where r.id in (select resident_id from member)) as residents,
       (select jsonb_agg(jsonb_build_object('cardId', card_id, 'residentId', resident_id, 'relation', relation,
          'position', position, 'since', since)) from member) as memberships`,
    [numbers],
  );
  const { residents, cards, memberships } = found!;
  return {
    residents: new Map(residents.map((one) => [one.id, one])),
    cards: new Map(cards.map((one) => [one.number, one])),
    memberships: new Map(memberships.map((one) => [`${one.cardId} ${one.residentId}`, one])),
  };
}

async function reserveMemberships(tx: Tx, count: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select nextval(pg_get_serial_sequence('registry.membership', 'id')) as id from generate_series(1, $1)`,
    [count],
  );
  return found.map(({ id }) => String(id)).reverse();
}
