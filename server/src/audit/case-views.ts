import type { DataSource } from '@lampid/db/data-source';
import { recordCaseView, VIEW_MS } from '@lampid/db/kernel/case-views';
import { seesInSteadOf, type Caller } from '../identity/authorize.js';

/** Pages ask for a case every few seconds: this many looks are known without asking the database. */
const KNOWN_LOOKS = 10_000;
const known = new Map<string, number>();

/** Writes down that the caller sees the case, before they do; once an hour for each. */
export async function noteView(
  db: DataSource,
  caller: Caller,
  report: { id: string; areaCode: string },
): Promise<void> {
  const look = `${caller.username} ${report.id}`;
  const now = Date.now();
  if ((known.get(look) ?? 0) > now) return;
  await recordCaseView(db, {
    ...{ actor: caller.username, reportId: report.id, deputyOf: seesInSteadOf(caller, report.areaCode) },
  });
  known.delete(look);
  known.set(look, now + VIEW_MS);
  if (known.size > KNOWN_LOOKS) known.delete(known.keys().next().value!);
}
