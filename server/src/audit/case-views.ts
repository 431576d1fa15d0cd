import type { DataSource } from '@lampid/db/data-source';
import { recordCaseView } from '@lampid/db/kernel/case-views';
import { seesInSteadOf, type Caller } from '../identity/authorize.js';
import { Lately } from './lately.js';

const looks = new Lately(10_000);

/** Writes down that the caller sees the case, before they do; once an hour for each. */
export async function noteView(
  db: DataSource,
  caller: Caller,
  { id, areaCode }: { id: string; areaCode: string },
): Promise<void> {
  const actor = caller.username;
  await looks.once(`${actor} ${id}`, () =>
    recordCaseView(db, { actor, reportId: id, deputyOf: seesInSteadOf(caller, areaCode) }),
  );
}
