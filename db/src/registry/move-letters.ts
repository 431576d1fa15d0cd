/**
 * SKPWNI that this city issued. Other cities hold people on it, each arrival its own: a family may come in parts. Expiry and cancellation lose to
 * whoever is on the way, an arrival loses to whoever was first. Repeats with the same reservation id change nothing and answer the
 * same (DOMAIN.md 2.6, 2.7, 4.6).
 */
import { daysBetween } from '@lampid/domain/dates';
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
      /** Members not confirmed yet. */
      remaining: number;
      /** False when all was so already. */
      changed: boolean;
    }
  | { kind: 'refused'; reason: LetterRefusal };

/**
 * Holds people on the letter for one arrival elsewhere: `niks`, or all whom nobody holds. Past its days of grace a letter is as good as
 * expired.
 */
export async function reserveLetter(
  tx: Tx,
  input: {
    number: string;
    reservationId: string;
    niks: readonly string[] | null;
    today: string;
    graceDays: number;
  },
): Promise<LetterAnswer> {
  const letter = await lockLetter(tx, input.number);
  if (!letter) return refused('not-found');
  const { members } = letter;
  const mine = members.filter((member) => member.reservationId === input.reservationId);
  const asked = input.niks
    ? members.filter(({ nik }) => input.niks!.includes(nik))
    : mine.length > 0
      ? mine
      : members.filter((member) => member.reservationId === null);
  if (asked.length < (input.niks?.length ?? 0)) return refused('not-a-member');
  if (isClosed(letter.status)) return refused(refusalOf(letter.status));
  const taken = asked.filter((member) => !mine.includes(member) && member.reservationId !== null);
  if (taken.length > 0 || asked.length === 0) return refused(takenBy(asked.length === 0 ? members : taken));
  const added = asked.filter((member) => !mine.includes(member));
  if (added.length === 0) return held(letter);
  if (daysBetween(letter.validUntil, input.today) > input.graceDays) return refused('expired');
  await tx.query(
    `update registry.move_letter_member set reservation_id = $2 where letter_id = $1 and resident_id = any($3::uuid[])`,
    [letter.id, input.reservationId, added.map(({ residentId }) => residentId)],
  );
  return settle(tx, letter, { of: added, to: { reservationId: input.reservationId } });
}

/** One person of the letter arrived; when all have, the letter is used. `nik` null: all whom the reservation holds. */
export async function confirmLetterMember(
  tx: Tx,
  input: { number: string; reservationId: string; nik: string | null },
): Promise<LetterAnswer> {
  const letter = await lockLetter(tx, input.number);
  if (!letter) return refused('not-found');
  if (isClosed(letter.status)) return refused(refusalOf(letter.status));
  const asked = letter.members.filter(({ nik }) => input.nik === null || nik === input.nik);
  if (asked.length === 0) return refused('not-a-member');
  const arrived = asked.filter((member) => member.reservationId === input.reservationId);
  if (arrived.length === 0) {
    const others = asked.filter((member) => member.reservationId !== null);
    return refused(others.length > 0 ? takenBy(others) : 'not-reserved');
  }
  const news = arrived.filter((member) => !member.confirmed);
  if (news.length === 0) return held(letter);
  await tx.query(
    `update registry.move_letter_member set confirmed_at = now() where letter_id = $1 and resident_id = any($2::uuid[])`,
    [letter.id, news.map(({ residentId }) => residentId)],
  );
  return settle(tx, letter, { of: news, to: { confirmed: true } });
}

/** Gives back whom the reservation holds, confirmations included: the arrival was undone. */
export async function releaseLetter(
  tx: Tx,
  input: { number: string; reservationId: string },
): Promise<LetterAnswer> {
  const letter = await lockLetter(tx, input.number);
  if (!letter) return refused('not-found');
  // Held by somebody else, or closed: what was ours is gone, and that is what was asked for.
  const mine = letter.members.filter((member) => member.reservationId === input.reservationId);
  if (isClosed(letter.status) || mine.length === 0) return held(letter);
  await tx.query(
    `update registry.move_letter_member set reservation_id = null, confirmed_at = null
     where letter_id = $1 and reservation_id = $2`,
    [letter.id, input.reservationId],
  );
  return settle(tx, letter, { of: mine, to: { reservationId: null, confirmed: false } });
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

interface Member {
  residentId: string;
  nik: string;
  /** Who holds them; null = nobody. */
  reservationId: string | null;
  confirmed: boolean;
}

interface LetterRow {
  id: string;
  status: StoredStatus;
  reportId: string;
  validUntil: string;
  members: Member[];
}

/** One after another: whatever is done to a letter looks at it as the one before left it. */
async function lockLetter(tx: Tx, number: string): Promise<LetterRow | null> {
  const letter = await row<Omit<LetterRow, 'members'>>(
    tx,
    `select id, status, report_id as "reportId", valid_until as "validUntil" from registry.move_letter
     where number = $1 for update`,
    [number],
  );
  if (!letter) return null;
  const members = await rows<Member>(
    tx,
    `select m.resident_id as "residentId", r.nik, m.reservation_id as "reservationId", m.confirmed_at is not null as confirmed
     from registry.move_letter_member m join registry.resident r on r.id = m.resident_id where m.letter_id = $1`,
    [letter.id],
  );
  return { ...letter, members };
}

/** A letter is used when all have arrived, reserved while somebody is on the way, and else waits for who is left. */
async function settle(
  tx: Tx,
  before: LetterRow,
  change: { of: readonly Member[]; to: Partial<Member> },
): Promise<LetterAnswer> {
  const members = before.members.map((member) =>
    change.of.includes(member) ? { ...member, ...change.to } : member,
  );
  const onTheWay = members.some((member) => member.reservationId !== null && !member.confirmed);
  const status = members.every((member) => member.confirmed) ? 'used' : onTheWay ? 'reserved' : 'issued';
  await tx.query('update registry.move_letter set status = $2, updated_at = now() where id = $1', [
    before.id,
    status,
  ]);
  return { ...held({ ...before, status, members }), changed: true };
}

const isClosed = (status: StoredStatus) =>
  status === 'expired' || status === 'cancelled' || status === 'void';

function held({ status, reportId, members }: LetterRow): LetterAnswer & { kind: 'held' } {
  const remaining = members.filter((member) => !member.confirmed).length;
  return {
    ...{ kind: 'held', status: status === 'void' ? 'cancelled' : status, reportId, remaining },
    changed: false,
  };
}

const refused = (reason: LetterRefusal): LetterAnswer => ({ kind: 'refused', reason });

/** Somebody else has them: on the way, or there already. */
const takenBy = (members: readonly Member[]): LetterRefusal =>
  members.every((member) => member.confirmed) ? 'used' : 'reserved';

function refusalOf(status: StoredStatus): LetterRefusal {
  if (status === 'void') return 'cancelled';
  return status === 'issued' ? 'not-reserved' : status;
}
