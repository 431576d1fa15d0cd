import type { Response } from 'express';
import { recordAudit } from '@lampid/db/kernel/audit';
import { areaNames } from '@lampid/db/reference/areas';
import type { Deps } from '../../deps.js';
import { notFound } from '../../http/problem.js';
import { SENT } from '../../http/route.js';
import type { Caller } from '../../identity/authorize.js';
import { findReadableReport } from '../../reporting/read-report.js';
import { AUTHORITY_PATH } from './authority.js';
import { collectEvidence } from './collect-evidence.js';
import { sealEvidence } from './seal-evidence.js';

/** Sends the case as a signed zip. The audit trail in it ends with this export. @throws Problem 404 */
export async function exportEvidence(
  deps: Deps,
  { caller, id, response }: { caller: Caller; id: string; response: Response },
): Promise<typeof SENT> {
  const report = await findReadableReport(deps.db, caller, id);
  // A draft is nobody's case yet.
  if (report.ticket === null) throw notFound();
  await recordAudit(deps.db.manager, { actor: caller.username, action: 'report.exported', reportId: id });
  const [files, names] = await Promise.all([
    collectEvidence(deps, { caller, report }),
    areaNames(deps.db, [deps.config.CITY]),
  ]);
  const content = await sealEvidence(
    {
      ...{ ticket: report.ticket, reportId: id, exportedBy: caller.username, exportedAt: deps.now(), files },
      office: names.get(deps.config.CITY) ?? deps.config.CITY,
      authorityAddress: `${deps.config.PUBLIC_URL}${AUTHORITY_PATH}`,
    },
    deps.signer,
  );
  response
    .set({
      'Content-Type': 'application/zip',
      'Content-Length': String(content.length),
      'Content-Disposition': `attachment; filename="evidence-${report.ticket}.zip"`,
      'Cache-Control': 'private, no-store',
    })
    .end(content);
  return SENT;
}
