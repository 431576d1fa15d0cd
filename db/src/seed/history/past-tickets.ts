/** Tickets of past reports: from the same counters as everybody's, many at once. */
import { ticketNumber } from '@lampid/domain/tickets';
import type { Tx } from '../../data-source.js';
import { rows } from '../../kernel/rows.js';

/** One for each prefix, in their order. The counters are held until the transaction ends, in one order for everybody. */
export async function takeTickets(tx: Tx, prefixes: readonly string[]): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const prefix of prefixes) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  const counted = await rows<{ prefix: string; last: number }>(
    tx,
    `insert into reporting.ticket_serial (prefix, last)
     select prefix, count from unnest($1::text[], $2::int[]) as w (prefix, count) order by prefix
     on conflict (prefix) do update set last = ticket_serial.last + excluded.last
     returning prefix, last`,
    [[...counts.keys()], [...counts.values()]],
  );
  const next = new Map(counted.map(({ prefix, last }) => [prefix, last - counts.get(prefix)! + 1]));
  return prefixes.map((prefix) => {
    const serial = next.get(prefix)!;
    next.set(prefix, serial + 1);
    return ticketNumber(prefix, serial);
  });
}

/** Registers that were seeded before past reports took their tickets from the counters: these begin after what was given. */
export async function countTickets(tx: Tx): Promise<void> {
  await tx.query(
    `insert into reporting.ticket_serial (prefix, last)
     select left(ticket, length(ticket) - length(serial) - 1), max(serial::int)
     from reporting.report, substring(ticket from '[0-9]+$') as serial where created_by = 'seed'
     group by 1 order by 1
     on conflict (prefix) do update set last = greatest(ticket_serial.last, excluded.last)`,
  );
}
