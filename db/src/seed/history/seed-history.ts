/**
 * The months of this year up to yesterday, as if this installation had worked through them: births, deaths, moves, arrivals, the
 * late ones too, computed by the event types' own effects. Families of the examples stay as they are.
 */
import { addWorkingDays, isWorkingDay, type OfficeCalendar } from '@lampid/domain/calendar';
import { addDays } from '@lampid/domain/dates';
import { moveLetterPrefix } from '@lampid/domain/document-numbers';
import { nikPrefix } from '@lampid/domain/nik';
import { EffectConflict } from '@lampid/domain/registry/change';
import { ticketPrefix } from '@lampid/domain/tickets';
import type { Configuration, EventDefinition } from '@lampid/processes/define-event';
import type { DataSource, Tx } from '../../data-source.js';
import { newId } from '../../kernel/new-id.js';
import { row } from '../../kernel/rows.js';
import { allocateNumbers } from '../../registry/allocate-numbers.js';
import { wantNumbers } from '../../registry/apply-effect.js';
import { loadSnapshot } from '../../registry/load-snapshot.js';
import { analyzeHistory, WhenDoubled } from '../analyze-register.js';
import { Choices } from '../choices.js';
import { makeFamily } from '../synthetic-family.js';
import { harmlessNiks } from '../write-families.js';
import {
  cardsAfter,
  cardsOfCases,
  familiesOf,
  familyCount,
  openSince,
  reserveMemberships,
  rowsBefore,
  villages,
} from './history-families.js';
import { historyRows, type RowsBefore, type SettledReport } from './history-rows.js';
import { pastArrival, pastReport, type PastReport } from './past-report.js';
import { countTickets, takeTickets } from './past-tickets.js';
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
  /** How many seeded reports there are afterwards. */
  reports: number;
  today: string;
  events: ReadonlyMap<string, EventDefinition>;
  config: Configuration;
  calendar: OfficeCalendar;
  /** Told how many of them there are. */
  progress?: (done: number) => void;
}

/**
 * Answers how many reports were written: fewer than asked for where there are not enough families or no day has passed that is open
 * everywhere. Batch by batch, each in a transaction of its own; the next call goes on from where one ended.
 */
export async function seedHistory(dataSource: DataSource, input: HistoryInput): Promise<number> {
  const tx = dataSource.manager;
  const begun = await seededReports(tx);
  const missing = input.reports - begun;
  const days = workingDays(input, await openSince(tx));
  const families = await familyCount(tx, input.today);
  if (days.length === 0 || families === 0 || missing <= 0) return 0;
  await countTickets(tx);
  const history = new History(dataSource, { ...input, begun });
  // A family has one report in each round; rounds follow each other in time, so that nothing happens before its cause.
  const rounds = Math.max(1, Math.ceil((missing * (100 - ARRIVALS)) / 100 / (families * FITTING)));
  for (let round = 0; round < rounds; round++) {
    const share = (place: number, of: number) => Math.floor((place * of) / rounds);
    const part = days.slice(share(round, days.length), Math.max(share(round + 1, days.length), 1));
    if (part.length > 0) await history.round(part, share(round + 1, missing) - share(round, missing));
  }
  return history.done;
}

/** Reports of the past that were seeded, in the whole register. */
export async function seededReports(tx: Tx): Promise<number> {
  const counted = await row<{ count: number }>(
    tx,
    `select count(*)::int as count from reporting.report where created_by = 'seed'`,
  );
  return counted!.count;
}

class History {
  done = 0;
  readonly #choices: Choices;
  readonly #doubled: WhenDoubled;
  #villages: string[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly input: HistoryInput & { begun: number },
  ) {
    this.#choices = new Choices(input.begun === 0 ? 'history' : `history after ${input.begun}`);
    this.#doubled = new WhenDoubled(Math.max(input.begun, BATCH));
  }

  /** `count` reports on these days, spread evenly over the families of the city. */
  async round(days: readonly string[], count: number): Promise<void> {
    const tx = this.dataSource.manager;
    this.#villages = await villages(tx);
    const since = days[0]!;
    let left = await familyCount(tx, since);
    // What really happened to a family here is not made up around.
    const lived = await cardsOfCases(tx);
    const until = this.done + count;
    const enough = this.done + Math.round((count * (100 - ARRIVALS)) / 100);
    for (let after = ''; this.done < enough;) {
      const cards = await cardsAfter(tx, { after, since, limit: BATCH });
      const last = cards.at(-1);
      if (!last) break;
      after = last;
      const chance = (enough - this.done) / FITTING / left;
      left -= cards.length;
      const chosen = cards.filter((card) => this.#choices.chance(chance) && !lived.has(card));
      if (chosen.length > 0) await this.#batch((batch) => this.#happen(batch, chosen, days, enough));
    }
    // Who comes makes up for families that nothing could happen to.
    while (this.done < until) {
      await this.#batch((batch) => this.#arrive(batch, Math.min(BATCH / 2, until - this.done), days));
    }
  }

  /** `work` answers how many reports it has written. */
  async #batch(work: (tx: Tx) => Promise<number>): Promise<void> {
    this.done += await this.dataSource.transaction(work);
    const there = this.input.begun + this.done;
    this.input.progress?.(there);
    if (this.#doubled.since(there)) await analyzeHistory(this.dataSource);
  }

  async #happen(tx: Tx, cards: string[], days: readonly string[], enough: number): Promise<number> {
    const needs = { niks: [], familyCards: cards, childrenOf: [] };
    const snapshot = await loadSnapshot(tx, needs, { lock: true });
    const before = await rowsBefore(tx, cards);
    const reports = familiesOf(snapshot).flatMap((registry) => {
      const report = pastReport({
        ...{ choices: this.#choices, registry, day: this.#choices.pick(days) },
        ...{ villages: this.#villages, foreignArea: this.#choices.pick(ELSEWHERE) },
      });
      return report ? [report] : [];
    });
    return this.#settle(tx, reports.slice(0, enough - this.done), before);
  }

  async #arrive(tx: Tx, count: number, days: readonly string[]): Promise<number> {
    const choices = this.#choices;
    const families = Array.from({ length: count }, () => {
      const day = choices.pick(days);
      const family = makeFamily({ choices, areaCode: choices.pick(this.#villages), on: addDays(day, -30) });
      return { day, origin: choices.pick(ELSEWHERE), family };
    });
    const niks = await harmlessNiks(
      tx,
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
    return this.#settle(tx, reports, { residents: new Map(), cards: new Map(), memberships: new Map() });
  }

  async #settle(tx: Tx, reports: PastReport[], before: RowsBefore): Promise<number> {
    const { city } = this.input.config;
    const computed = reports.flatMap((report) => this.#compute(report) ?? []);
    const tickets = await takeTickets(
      tx,
      computed.map(({ ticketPrefix }) => ticketPrefix),
    );
    const settled = computed.map(
      ({ ticketPrefix: _prefix, searchNames, ...report }, index): SettledReport => ({
        ...{ ...report, ticket: tickets[index]! },
        searchText: [...searchNames, tickets[index]].join(' ').toLowerCase().slice(0, 1000),
      }),
    );
    const requests = settled.flatMap(({ wanted }) => wanted.requests);
    const numbers = await allocateNumbers(
      tx,
      requests.map(({ kind, prefix }) => ({ kind, prefix })),
    );
    requests.forEach((request, index) => request.take(numbers[index]!));
    const memberships = settled.flatMap(({ effect }) =>
      effect.changes.filter(({ op }) => op === 'join-card' || op === 'change-relation'),
    );
    const ids = await reserveMemberships(tx, memberships.length);
    await writeHistory(tx, historyRows(settled, { before, nextMembership: () => ids.pop()!, city }));
    return settled.length;
  }

  /** Null when the event cannot happen to the family after all. */
  #compute(report: PastReport): ComputedReport | null {
    const { events, config, calendar } = this.input;
    const { kind, data, registry, day: today, late, areaCode } = report;
    const event = events.get(kind)!;
    try {
      const effect = event.effect({
        ...{ data, registry, today, late, config },
        addWorkingDays: (from, days) => addWorkingDays(from, days, calendar),
      });
      return {
        ...{ ...report, id: newId(Date.parse(today)), effect },
        ticketPrefix: ticketPrefix({ letter: event.ticketLetter, areaCode, date: today }),
        wanted: wantNumbers({ effect, today, city: config.city }),
        title: event.title(data).slice(0, 200),
        searchNames: event.searchNames(data),
        eventDate: event.eventDate(data),
      };
    } catch (error) {
      if (error instanceof EffectConflict) return null;
      throw error;
    }
  }
}

type ComputedReport = Omit<SettledReport, 'ticket' | 'searchText'> & {
  ticketPrefix: string;
  searchNames: readonly string[];
};

/** @param open the first day that a report may still be posted on, everywhere */
function workingDays({ today, calendar }: HistoryInput, open: string | null): string[] {
  const days: string[] = [];
  const year = `${today.slice(0, 4)}-01-01`;
  for (let day = open !== null && open > year ? open : year; day < today; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) days.push(day);
  }
  return days;
}
