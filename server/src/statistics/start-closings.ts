/** Starts the cases that close a month, one per area, as somebody would report them: the system does. */
import type { Tx } from '@lampid/db/data-source';
import { recordAudit } from '@lampid/db/kernel/audit';
import { newId } from '@lampid/db/kernel/new-id';
import { enqueue } from '@lampid/db/kernel/outbox';
import { insertReport, insertRevision } from '@lampid/db/reporting/report';
import { nextTicket } from '@lampid/db/reporting/ticket';
import { areasToClose, readyRollups } from '@lampid/db/statistics/closing-cases';
import { villagesInLedger } from '@lampid/db/statistics/closed-months';
import { todayJakarta } from '@lampid/domain/dates';
import { CLOSING_TYPE, type ClosingData } from '@lampid/processes/closing-data';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { caseGroups } from '../identity/authorize.js';
import { summaryOf } from '../reporting/report-body.js';

export type ClosingDeps = Pick<Deps, 'config' | 'db' | 'events' | 'now'>;

/** Who the cases are by: nobody's own, so every office may sign. */
const SYSTEM = 'system';

/**
 * Every kelurahan of the city that is not closing or published yet, and what is ready above. Answers the areas; repeating it changes
 * nothing. @throws Problem 409 for a month that has not begun
 */
export async function startMonth(
  deps: ClosingDeps,
  { month, by }: { month: string; by: string },
): Promise<string[]> {
  if (month > todayJakarta(deps.now()).slice(0, 7)) {
    throw new Problem('state-conflict', { id: 'Bulan ini belum mulai', en: 'The month has not begun' });
  }
  const { CITY: city } = deps.config;
  return oneAtATime(deps, async (tx) => {
    const villages = await villagesInLedger(tx, { area: city, month });
    const areas = [...villages, ...(await readyRollups(tx, { city, month }))];
    return start(tx, { deps, areas: await areasToClose(tx, { areas, month }), month, by });
  });
}

/** The kecamatan and the city whose parts are all published. */
export async function startRollups(deps: ClosingDeps, month: string): Promise<string[]> {
  return oneAtATime(deps, async (tx) => {
    const ready = await readyRollups(tx, { city: deps.config.CITY, month });
    return start(tx, { deps, areas: await areasToClose(tx, { areas: ready, month }), month, by: SYSTEM });
  });
}

/** Nobody else begins or reopens a month meanwhile. */
export function oneAtATime<T>(deps: Pick<Deps, 'db'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return deps.db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('closings', 0))`);
    return work(tx);
  });
}

async function start(
  tx: Tx,
  input: { deps: ClosingDeps; areas: string[]; month: string; by: string },
): Promise<string[]> {
  const { deps, areas, month, by } = input;
  const event = deps.events.get(CLOSING_TYPE)!.definition;
  for (const area of areas) await startCase(tx, { deps, event, data: { month, area }, by });
  return areas;
}

async function startCase(
  tx: Tx,
  input: { deps: ClosingDeps; event: EventDefinition; data: ClosingData; by: string },
): Promise<void> {
  const { deps, event, data, by } = input;
  const { area: areaCode } = data;
  const now = deps.now();
  const id = newId(now.getTime());
  const ticket = await nextTicket(tx, {
    letter: event.ticketLetter,
    areaCode: ticketArea(areaCode),
    day: todayJakarta(now),
  });
  await insertReport(tx, {
    ...{ id, ticket, type: event.id, status: 'submitted', areaCode, data, revision: 1 },
    ...{ createdBy: SYSTEM, createdAt: now, submittedAt: now },
    ...summaryOf(event, data, ticket),
  });
  await insertRevision(tx, { reportId: id, revision: 1, data, madeBy: SYSTEM });
  await recordAudit(tx, { actor: by, action: 'closing.started', reportId: id });
  await enqueue(tx, {
    reportId: id,
    kind: 'start',
    payload: { processKey: event.id, variables: { reportId: id, ...groupsOf(areaCode) } },
  });
}

/** A kecamatan or city fills the ten digits of a ticket with zeros. */
function ticketArea(areaCode: string): string {
  return `${areaCode}${'.00.0000'.slice(areaCode.length - 5)}`;
}

/** A city has no kecamatan that could be told of it. */
function groupsOf(areaCode: string) {
  const groups = caseGroups(areaCode);
  return areaCode.length > 5 ? groups : { ...groups, supervisorGroup: groups.cityGroup };
}
