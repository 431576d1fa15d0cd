import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

/** Where an active family card is kept, and who is on it now. Null when this register has no such card. */
export function cardHolders(
  tx: Tx,
  number: string,
): Promise<{ areaCode: string; residentIds: string[] } | null> {
  return row(
    tx,
    `select c.area_code as "areaCode", array(
       select m.resident_id from registry.membership m where m.card_id = c.id and m.until is null) as "residentIds"
     from registry.family_card c where c.number = $1 and c.status = 'active'`,
    [number],
  );
}

/** The active card that a resident is on; null when they are on none. */
export async function cardOf(tx: Tx, residentId: string): Promise<string | null> {
  const card = await row<{ id: string }>(
    tx,
    `select c.id from registry.membership m join registry.family_card c on c.id = m.card_id
     where m.resident_id = $1 and m.until is null and c.status = 'active'`,
    [residentId],
  );
  return card?.id ?? null;
}
