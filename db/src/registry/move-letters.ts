/**
 * SKPWNI that this city issued. Every change of status is one compare-and-set: expiry and cancellation lose to a
 * reservation, a reservation loses to whoever was first. Repeats with the same reservation id change nothing and answer the
 * same (DOMAIN.md 2.6, 2.7, 4.6).
 */
import type { Address, MoveLetter } from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

type StoredStatus = MoveLetter['status'] | 'void';

/** Why a letter cannot be reserved, confirmed or released. */
export type LetterRefusal =
  'not-found' | 'used' | 'reserved' | 'not-reserved' | 'expired' | 'cancelled' | 'not-a-member';

export type LetterAnswer =
  | {
      kind: 'held';
      status: MoveLetter['status'];
      reportId: string;
      /** Members not confirmed yet. */ remaining: number;
    }
  | { kind: 'refused'; reason: LetterRefusal };

/** Holds the letter for one arrival elsewhere. Past its days of grace a letter is as good as expired. */
export async function reserveLetter(
  tx: Tx,
  input: { number: string; reservationId: string; today: string; graceDays: number },
): Promise<LetterAnswer> {
  await tx.query(
    `update registry.move_letter set status = 'reserved', reservation_id = $2, updated_at = now()
     where number = $1 and status = 'issued' and valid_until + $4::int >= $3::date`,
    [input.number, input.reservationId, input.today, input.graceDays],
  );
  const letter = await find(tx, input.number);
  if (!letter) return { kind: 'refused', reason: 'not-found' };
  if (letter.reservationId === input.reservationId && isHeld(letter.status)) return held(letter);
  return { kind: 'refused', reason: letter.status === 'issued' ? 'expired' : refusalOf(letter.status) };
}

/** One person of the letter arrived; when all have, the letter is used. `nik` null: all members at once. */
export async function confirmLetterMember(
  tx: Tx,
  input: { number: string; reservationId: string; nik: string | null },
): Promise<LetterAnswer> {
  const letter = await find(tx, input.number, { lock: true });
  if (!letter) return { kind: 'refused', reason: 'not-found' };
  if (!isHeld(letter.status)) {
    return {
      kind: 'refused',
      reason: letter.status === 'issued' ? 'not-reserved' : refusalOf(letter.status),
    };
  }
  if (letter.reservationId !== input.reservationId)
    return { kind: 'refused', reason: refusalOf(letter.status) };
  const confirmed = await rows(
    tx,
    `update registry.move_letter_member m set confirmed_at = coalesce(m.confirmed_at, now())
     from registry.resident r
     where m.letter_id = $1 and r.id = m.resident_id and ($2::text is null or r.nik = $2) returning m.resident_id`,
    [letter.id, input.nik],
  );
  if (confirmed.length === 0) return { kind: 'refused', reason: 'not-a-member' };
  await tx.query(
    `update registry.move_letter l set status = 'used', updated_at = now()
     where l.id = $1 and l.status = 'reserved' and not exists (
       select 1 from registry.move_letter_member m where m.letter_id = l.id and m.confirmed_at is null)`,
    [letter.id],
  );
  return held((await find(tx, input.number))!);
}

/** Gives the letter back, confirmations included: the arrival it was held for was undone. */
export async function releaseLetter(
  tx: Tx,
  input: { number: string; reservationId: string },
): Promise<LetterAnswer> {
  const released = await row<{ id: string }>(
    tx,
    `update registry.move_letter set status = 'issued', reservation_id = null, updated_at = now()
     where number = $1 and reservation_id = $2 and status in ('reserved', 'used') returning id`,
    [input.number, input.reservationId],
  );
  if (released) {
    await tx.query('update registry.move_letter_member set confirmed_at = null where letter_id = $1', [
      released.id,
    ]);
  }
  const letter = await find(tx, input.number);
  if (!letter) return { kind: 'refused', reason: 'not-found' };
  // Held by somebody else: what was ours is gone, and that is what was asked for.
  return held(letter);
}

/** True when the report's letter is closed (now or by an earlier call); false when a reservation was faster. */
export async function closeLetter(
  tx: Tx,
  input: { reportId: string; status: 'expired' | 'cancelled' },
): Promise<boolean> {
  await tx.query(
    `update registry.move_letter set status = $2, updated_at = now() where report_id = $1 and status = 'issued'`,
    [input.reportId, input.status],
  );
  const letters = await rows<{ status: StoredStatus }>(
    tx,
    'select status from registry.move_letter where report_id = $1',
    [input.reportId],
  );
  return letters.every((letter) => letter.status !== 'reserved' && letter.status !== 'used');
}

/** The letter as another city may see it, or null. A void one (its registration was undone) counts as cancelled. */
export async function findLetter(tx: Tx, number: string): Promise<MoveLetter | null> {
  return readLetter(tx, 'l.number = $1', number);
}

/** The latest letter of a report, or null. */
export async function letterOfReport(tx: Tx, reportId: string): Promise<MoveLetter | null> {
  return readLetter(tx, 'l.report_id = $1', reportId);
}

async function readLetter(tx: Tx, condition: string, value: string): Promise<MoveLetter | null> {
  const letter = await row<Omit<MoveLetter, 'status' | 'originCity' | 'originAddress'> & StoredParts>(
    tx,
    `select l.number, l.status, l.origin, l.destination, l.issued_on as "issuedOn", l.valid_until as "validUntil",
       (select jsonb_agg(jsonb_build_object('nik', r.nik, 'name', r.name, 'sex', r.sex, 'birthPlace', r.birth_place,
          'birthDate', r.birth_date, 'religion', r.religion, 'maritalStatus', r.marital_status,
          'education', r.education, 'occupation', r.occupation, 'bloodType', r.blood_type,
          'citizenship', r.citizenship, 'fatherName', r.father_name, 'motherName', r.mother_name,
          'relation', m.relation, 'confirmed', m.confirmed_at is not null) order by m.relation, r.birth_date)
        from registry.move_letter_member m join registry.resident r on r.id = m.resident_id
        where m.letter_id = l.id) as members
     from registry.move_letter l where ${condition} order by l.issued_on desc, l.id desc limit 1`,
    [value],
  );
  if (!letter) return null;
  const { origin, status, ...rest } = letter;
  return {
    ...rest,
    status: status === 'void' ? 'cancelled' : status,
    originCity: origin.city,
    originAddress: origin.address,
    members: rest.members ?? [],
  };
}

interface StoredParts {
  status: StoredStatus;
  origin: { city: string; address: Address };
}

interface LetterRow {
  id: string;
  status: StoredStatus;
  reportId: string;
  reservationId: string | null;
  remaining: number;
}

async function find(tx: Tx, number: string, options: { lock?: boolean } = {}): Promise<LetterRow | null> {
  return row<LetterRow>(
    tx,
    `select l.id, l.status, l.report_id as "reportId", l.reservation_id as "reservationId",
       (select count(*)::int from registry.move_letter_member m
        where m.letter_id = l.id and m.confirmed_at is null) as remaining
     from registry.move_letter l where l.number = $1 ${options.lock ? 'for update' : ''}`,
    [number],
  );
}

const isHeld = (status: StoredStatus) => status === 'reserved' || status === 'used';

function held(letter: LetterRow): LetterAnswer {
  const status = letter.status === 'void' ? 'cancelled' : letter.status;
  return { kind: 'held', status, reportId: letter.reportId, remaining: letter.remaining };
}

function refusalOf(status: StoredStatus): LetterRefusal {
  if (status === 'void') return 'cancelled';
  return status === 'issued' ? 'not-reserved' : status;
}
