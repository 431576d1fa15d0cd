/** What registered reports did to the registry, kept so that it can be told and undone. */
import type { RegisteredResult } from '@lampid/processes/define-event';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

/** Columns of `registry.resident` as they were before the registration. */
export interface ResidentBefore {
  id: string;
  card_number: string | null;
  area_code: string | null;
  [column: string]: unknown;
}

/** Columns of `registry.family_card` as they were before. */
export interface CardBefore {
  id: string;
  number: string;
  status: 'active' | 'closed';
  area_code: string;
  street: string;
  rt: string;
  rw: string;
  postal_code: string | null;
  [column: string]: unknown;
}

/** `version`: of the row as the registration left it. A row that has another one now was changed by somebody else. */
export interface AppliedChanges {
  created: { id: string; version: number }[];
  updated: { id: string; version: number; before: ResidentBefore }[];
  /** Members of a card whose address changed. */
  along: { id: string; version: number }[];
  opened: { id: string; version: number }[];
  cards: { id: string; version: number; before: CardBefore }[];
  /** Ids of those among `cards` that it closed. */
  closed: string[];
  ended: { cardId: string; residentId: string; relation: number; position: number; since: string }[];
  /** Ids of the memberships that began. */
  begun: string[];
  letters: string[];
}

export interface Registration {
  id: string;
  reportId: string;
  registeredOn: string;
  result: RegisteredResult;
  status: 'standing' | 'reversed';
  /** The report that revoked it, null where its own case took it back. */
  reversedBy: string | null;
}

const COLUMNS =
  'id, report_id as "reportId", registered_on as "registeredOn", result, status, reversed_by_report as "reversedBy"';

/** The registration of the report that holds, or null (never registered, or reversed). */
export async function standingRegistration(tx: Tx, reportId: string): Promise<Registration | null> {
  return row(
    tx,
    `select ${COLUMNS} from registry.registration where report_id = $1 and status = 'standing'`,
    [reportId],
  );
}

/** The latest one, reversed or not. */
export async function latestRegistration(tx: Tx, reportId: string): Promise<Registration | null> {
  return row(
    tx,
    `select ${COLUMNS} from registry.registration where report_id = $1 order by created_at desc, id desc limit 1`,
    [reportId],
  );
}

export interface RegistrationCourse {
  registeredAt: Date;
  reversedAt: Date | null;
  /** The report that revoked it; null where it stands or its own case took it back. */
  revokedBy: { reportId: string; ticket: string | null } | null;
}

/** Every registration of the report and what became of it, oldest first. */
export async function registrationsOf(tx: Tx, reportId: string): Promise<RegistrationCourse[]> {
  return rows(
    tx,
    `select g.created_at as "registeredAt", g.reversed_at as "reversedAt",
       case when by.id is not null then jsonb_build_object('reportId', by.id, 'ticket', by.ticket) end as "revokedBy"
     from registry.registration g left join reporting.report by on by.id = g.reversed_by_report
     where g.report_id = $1 order by g.created_at, g.id`,
    [reportId],
  );
}
