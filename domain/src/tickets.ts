/** Ticket of a report: `LMP-<letter>-<kelurahan, 10 digits>-<YYYYMMDD>-<NNNN>` (DOMAIN 1.3). */
import { bareCode } from './areas.js';

export interface TicketParts {
  /** L, M, P, D, ... of the event type. */
  letter: string;
  /** 10 digits without dots. */
  area: string;
  /** `YYYY-MM-DD`. */
  date: string;
  serial: number;
}

/** `LMP-L-3273021004-20261122`: what a serial counts under. */
export function ticketPrefix({
  letter,
  areaCode,
  date,
}: {
  letter: string;
  areaCode: string;
  date: string;
}): string {
  return `LMP-${letter}-${bareCode(areaCode)}-${date.replaceAll('-', '')}`;
}

/** Serials beyond 9999 simply grow longer. */
export function ticketNumber(prefix: string, serial: number): string {
  return `${prefix}-${String(serial).padStart(4, '0')}`;
}

export function parseTicket(ticket: string): TicketParts | null {
  const match = /^LMP-([A-Z])-(\d{10})-(\d{4})(\d{2})(\d{2})-(\d{4,})$/.exec(ticket);
  if (!match) return null;
  const [, letter, area, year, month, day, serial] = match;
  return { letter: letter!, area: area!, date: `${year}-${month}-${day}`, serial: Number(serial) };
}
