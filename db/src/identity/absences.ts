/** Who is away from which day to which (both inclusive, days of Asia/Jakarta), and who does their work meanwhile. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { Officer } from './officers.js';

export interface Absence {
  id: string;
  username: string;
  name: string;
  areaCode: string;
  /** `YYYY-MM-DD` */
  from: string;
  until: string;
  /** Null when the group goes on without one. */
  deputy: string | null;
  deputyName: string | null;
  reason: string | null;
  enteredBy: string;
  /** When their claimed tasks went back to the groups; null before it began. */
  releasedAt: Date | null;
  /** Taken back or ended early: it counts no longer. */
  endedAt: Date | null;
}

const SELECT = `
  select b.id, b.username, o.name, o.area_code as "areaCode", b.first_day::text as "from", b.last_day::text as "until",
    b.deputy, d.name as "deputyName", b.reason, b.entered_by as "enteredBy", b.released_at as "releasedAt",
    b.ended_at as "endedAt"
  from identity.absence b join identity.officer o on o.username = b.username
  left join identity.officer d on d.username = b.deputy`;

export interface NewAbsence {
  id: string;
  username: string;
  from: string;
  until: string;
  deputy: string | null;
  reason: string | null;
  enteredBy: string;
}

export async function createAbsence(tx: Tx, absence: NewAbsence): Promise<void> {
  const { id, username, from, until, deputy, reason, enteredBy } = absence;
  await tx.query(
    `insert into identity.absence (id, username, first_day, last_day, deputy, reason, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, username, from, until, deputy, reason, enteredBy],
  );
}

export function findAbsence(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<Absence | null> {
  return row(tx, `${SELECT} where b.id = $1 ${options.lock ? 'for update of b' : ''}`, [id]);
}

/** Latest first: of an officer, as the one who is away or as a deputy. */
export function listAbsences(
  tx: Tx,
  query: { username: string; before: { from: string; id: string } | null; limit: number },
): Promise<Absence[]> {
  const { username, before, limit } = query;
  return rows(
    tx,
    `${SELECT} where (b.username = $1 or b.deputy = $1)
       and ($2::date is null or (b.first_day, b.id) < ($2::date, $3::uuid))
     order by b.first_day desc, b.id desc limit $4`,
    [username, before?.from ?? null, before?.id ?? null, limit],
  );
}

/**
 * Absences that count and share a day with these days, of this officer or with them as a deputy. What two requests ask at the same moment, one
 * of them must find: hold the officers' rows (`lockOfficers`).
 */
export function absencesAround(
  tx: Tx,
  question: { username: string; from: string; until: string },
): Promise<Absence[]> {
  return rows(
    tx,
    `${SELECT} where (b.username = $1 or b.deputy = $1) and b.ended_at is null
       and b.first_day <= $3::date and b.last_day >= $2::date
     order by b.first_day, b.id limit 50`,
    [question.username, question.from, question.until],
  );
}

/** Holds the accounts until the transaction ends, in one order so that two requests wait for each other. */
export async function lockOfficers(tx: Tx, usernames: string[]): Promise<void> {
  await rows(
    tx,
    'select 1 from identity.officer where username = any($1::text[]) order by username for update',
    [usernames],
  );
}

/** False when it had ended already. */
export async function endAbsence(tx: Tx, ended: { id: string; by: string }): Promise<boolean> {
  const changed = await row(
    tx,
    `update identity.absence set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null returning 1`,
    [ended.id, ended.by],
  );
  return changed !== null;
}

/** Absences that have begun and whose claimed tasks are not released yet; they are held, those that somebody else holds left out. */
export function absencesToRelease(tx: Tx, question: { today: string; limit: number }): Promise<Absence[]> {
  return rows(
    tx,
    `${SELECT} where b.ended_at is null and b.released_at is null and b.first_day <= $1::date
     order by b.first_day, b.id limit $2 for update of b skip locked`,
    [question.today, question.limit],
  );
}

/** Absences that are over and whose deputy may still hold tasks; held as above. */
export function absencesToReturn(tx: Tx, question: { today: string; limit: number }): Promise<Absence[]> {
  return rows(
    tx,
    `${SELECT} where b.deputy is not null and b.returned_at is null and (b.ended_at is not null or b.last_day < $1::date)
     order by b.last_day, b.id limit $2 for update of b skip locked`,
    [question.today, question.limit],
  );
}

export async function markReturned(tx: Tx, id: string): Promise<void> {
  await tx.query('update identity.absence set returned_at = now() where id = $1', [id]);
}

export async function markReleased(tx: Tx, id: string): Promise<void> {
  await tx.query('update identity.absence set released_at = now() where id = $1', [id]);
}

/** Somebody whose work an officer does meanwhile. */
export interface Deputised extends Pick<Officer, 'username' | 'name' | 'role' | 'areaCode' | 'areaName'> {
  until: string;
}

const CITY = (column: string) => `(split_part(${column}, '.', 1) || '.' || split_part(${column}, '.', 2))`;

/**
 * Whose deputy an officer is on this day. Role and city are compared anew: who has been given another role since does not take the deputy
 * along, and a deputy who is away has none.
 */
export function deputisedBy(tx: Tx, question: { username: string; today: string }): Promise<Deputised[]> {
  return rows(
    tx,
    `select o.username, o.name, o.role, o.area_code as "areaCode", a.name as "areaName", b.last_day::text as "until"
     from identity.absence b
     join identity.officer o on o.username = b.username
     join identity.officer d on d.username = b.deputy
     left join reference.area a on a.code = o.area_code
     where b.deputy = $1 and b.ended_at is null and $2::date between b.first_day and b.last_day
       and o.active and o.role = d.role and ${CITY('o.area_code')} = ${CITY('d.area_code')}
       and not exists (select from identity.absence own where own.username = $1 and own.ended_at is null
         and $2::date between own.first_day and own.last_day)
     order by b.first_day, b.id limit 20`,
    [question.username, question.today],
  );
}

/** Until when these officers are away, of those who are away on this day. */
export async function awayUntil(
  tx: Tx,
  question: { usernames: string[]; today: string },
): Promise<Map<string, string>> {
  const found = await rows<{ username: string; until: string }>(
    tx,
    `select username, max(last_day)::text as until from identity.absence
     where username = any($1::text[]) and ended_at is null and $2::date between first_day and last_day
     group by username`,
    [question.usernames, question.today],
  );
  return new Map(found.map(({ username, until }) => [username, until]));
}

/** Officers of the same role and area; beside them, told apart by their area, those of the same role elsewhere in the city. */
export function possibleDeputies(
  tx: Tx,
  question: { username: string; limit: number },
): Promise<Pick<Officer, 'username' | 'name' | 'areaCode' | 'areaName'>[]> {
  return rows(
    tx,
    `select c.username, c.name, c.area_code as "areaCode", a.name as "areaName"
     from identity.officer o
     join identity.officer c on c.role = o.role and c.username <> o.username and c.active
       and ${CITY('c.area_code')} = ${CITY('o.area_code')}
     left join reference.area a on a.code = c.area_code
     where o.username = $1
     order by c.area_code <> o.area_code, a.name, c.username limit $2`,
    [question.username, question.limit],
  );
}
