import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

/**
 * The next `LMP-<letter>-<kelurahan, 10 digits>-<YYYYMMDD>-<NNNN>` (DOMAIN.md 1.3); grows beyond four digits on a busy day.
 * Holds the counter of this kelurahan, letter and day until the transaction ends: take it late.
 */
export async function nextTicket(
  tx: Tx,
  ticket: { letter: string; areaCode: string; /** `YYYY-MM-DD` */ day: string },
): Promise<string> {
  const prefix = `LMP-${ticket.letter}-${ticket.areaCode.replaceAll('.', '')}-${ticket.day.replaceAll('-', '')}`;
  const serial = await row<{ last: number }>(
    tx,
    `insert into reporting.ticket_serial (prefix, last) values ($1, 1)
     on conflict (prefix) do update set last = ticket_serial.last + 1 returning last`,
    [prefix],
  );
  return `${prefix}-${String(serial!.last).padStart(4, '0')}`;
}
