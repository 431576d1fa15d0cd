import type { RegisteredResult } from '@lampid/processes/define-event';
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

export interface Registration {
  id: string;
  reportId: string;
  /** `YYYY-MM-DD`, the date that counts for the ledger. */
  registeredOn: string;
  result: RegisteredResult;
}

/** The registration of a report that has not been reversed, or null. */
export async function standingRegistration(tx: Tx, reportId: string): Promise<Registration | null> {
  return row<Registration>(
    tx,
    `select id, report_id as "reportId", registered_on as "registeredOn", result
     from registry.registration where report_id = $1 and status = 'standing'`,
    [reportId],
  );
}
