import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/**
 * A citizen with a demo account: the head of a family that no example is about. After the seeded history, which moves families and lets
 * people die. Answers how many accounts are new.
 */
export async function seedCitizen(tx: Tx, city: string): Promise<number> {
  const added = await rows(
    tx,
    `insert into identity.officer (username, name, email, role, area_code, resident_id, demo)
     select 'warga.dago', r.name, 'warga.dago@lampid.test', 'citizen', $1, r.id, true
     from registry.family_card c
     join registry.membership m on m.card_id = c.id and m.until is null and m.relation = 1
     join registry.resident r on r.id = m.resident_id and r.status = 'active'
     where c.area_code = '32.73.02.1004' and c.area_code like $1 || '.%' and c.status = 'active'
       and not exists (select from reporting.example_family e where e.card_number = c.number)
       and exists (select from registry.membership w where w.card_id = c.id and w.until is null and w.relation = 3)
     order by c.number limit 1
     on conflict (username) do nothing returning username`,
    [city],
  );
  return added.length;
}
