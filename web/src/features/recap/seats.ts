/** Whose areas an officer may ask about: their own, and those of whom they are the deputy today. Pure. */
import type { Session } from '../../api/wire.js';

export interface Seat {
  code: string;
  name: string;
  /** The absent officer whose area it is; null for one's own. */
  absent: string | null;
}

const within = (code: string, area: string) => code === area || code.startsWith(`${area}.`);

/** One's own first; an absent officer of the same area, or of one inside it, adds none. */
export function seatsOf({
  areaCode,
  areaName,
  deputising = [],
}: Pick<Session, 'areaCode' | 'areaName' | 'deputising'>): Seat[] {
  const seats: Seat[] = [{ code: areaCode, name: areaName ?? areaCode, absent: null }];
  for (const { name, areaCode: code, areaName: of } of deputising)
    if (!seats.some((seat) => within(code, seat.code))) seats.push({ code, name: of ?? code, absent: name });
  return seats;
}

/** The one that an area lies in; one's own for whatever lies in none. */
export function seatOf(seats: readonly Seat[], area: string): Seat {
  return seats.find(({ code }) => within(area, code)) ?? seats[0]!;
}
