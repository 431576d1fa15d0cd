import type { RelationToHead, ResidentStatus } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** Somebody whom a registration touched that was taken back: where they were before it, and where they are now. */
export interface TakenBack {
  residentId: string;
  nik: string;
  name: string;
  status: ResidentStatus;
  /** Card and SHDK before that registration; null for who was on none. */
  formerCardNumber: string | null;
  formerRelation: RelationToHead | null;
  cardId: string | null;
  cardNumber: string | null;
  relation: RelationToHead | null;
}

/**
 * People of the last registration that this report took back: its own, or the one that it revoked. Without those whom the
 * registration created, who are void now. Empty when it took nothing back.
 */
export async function peopleTakenBack(tx: Tx, reportId: string): Promise<TakenBack[]> {
  return rows(
    tx,
    `select r.id as "residentId", r.nik, r.name, r.status, c.number as "formerCardNumber", e.relation as "formerRelation",
       m.card_id as "cardId", r.card_number as "cardNumber", m.relation
     from (
       select changes from registry.registration
       where status = 'reversed' and (report_id = $1 or reversed_by_report = $1)
       order by reversed_at desc, id desc limit 1) g
     cross join lateral jsonb_to_recordset(g.changes->'updated') as u (id uuid)
     join registry.resident r on r.id = u.id
     left join lateral (
       select * from jsonb_to_recordset(g.changes->'ended') as e ("cardId" uuid, "residentId" uuid, relation int)
       where e."residentId" = r.id limit 1) e on true
     left join registry.family_card c on c.id = e."cardId"
     left join registry.membership m on m.resident_id = r.id and m.until is null
     order by e.relation nulls last, r.birth_date, r.id`,
    [reportId],
  );
}
