import { taskKeeping } from '@lampid/db/approval/task-drafts';
import { recordAudit } from '@lampid/db/kernel/audit';
import { readIssuedDocument } from '@lampid/db/registry/issued-documents';
import { readAttachment } from '@lampid/db/reporting/attachments';
import { loadReport } from '@lampid/db/reporting/report';
import type { Response } from 'express';
import { noteView } from '../audit/case-views.js';
import { inStead } from '../audit/stand-in-views.js';
import type { Deps } from '../deps.js';
import { openIssuedPage } from '../documents/open-issued-page.js';
import { notFound } from '../http/problem.js';
import { SENT } from '../http/route.js';
import { assertCovers, type Caller } from '../identity/authorize.js';
import { currentTraceparent } from '../observability/request-scope.js';

const NO_DOCUMENT = { id: 'Dokumen tidak ditemukan', en: 'No such document' };

/** A document that the office issued (as a page, or as the JSON that was signed), or an upload. @throws Problem 404 */
export async function downloadDocument(
  deps: Deps,
  input: { caller: Caller; id: string; format: 'pdf' | 'json'; response: Response },
): Promise<typeof SENT> {
  const { caller, id, format, response } = input;
  const issued = await readIssuedDocument(deps.db, id);
  if (issued) {
    assertCovers(caller, issued.areaCode, NO_DOCUMENT);
    if (issued.reportId) await noteView(deps.db, caller, { id: issued.reportId, areaCode: issued.areaCode });
    else await noteOpened(deps, { caller, id, areaCode: issued.areaCode });
    if (format === 'json') {
      const { content, signature, keyId } = issued;
      response.set({ 'X-Signature': signature, 'X-Signature-Key': keyId });
      return sendFile(response, { content, mediaType: 'application/json', fileName: `${id}.json` });
    }
    return sendFile(response, {
      content: await openIssuedPage(deps, issued),
      mediaType: 'application/pdf',
      fileName: `${issued.kind}.pdf`,
    });
  }
  return sendAttachment(deps, { caller, id, response });
}

/** A letter that was printed on demand belongs to no case, and holds the numbers that are shown for a reason only. */
async function noteOpened(
  { db }: Pick<Deps, 'db'>,
  { caller, id, areaCode }: { caller: Caller; id: string; areaCode: string },
): Promise<void> {
  await recordAudit(db.manager, {
    ...{ actor: caller.username, action: 'letter.opened', object: `document:${id}` },
    ...{ detail: inStead(caller, areaCode), traceparent: currentTraceparent() },
  });
}

async function sendAttachment(
  deps: Deps,
  { caller, id, response }: { caller: Caller; id: string; response: Response },
): Promise<typeof SENT> {
  const file = await readAttachment(deps.db.manager, id);
  if (!file) throw notFound(NO_DOCUMENT);
  const report = file.reportId ? await loadReport(deps.db.manager, file.reportId) : null;
  if (report) {
    assertCovers(caller, report.areaCode, NO_DOCUMENT);
    await noteView(deps.db, caller, report);
  } else if (file.uploadedBy !== caller.username) {
    // Not sent yet, but kept with corrections: theirs who may read the task.
    const kept = await taskKeeping(deps.db.manager, id);
    if (!kept) throw notFound(NO_DOCUMENT);
    assertCovers(caller, kept.areaCode, NO_DOCUMENT);
    await noteView(deps.db, caller, { id: kept.reportId, areaCode: kept.areaCode });
  }
  return sendFile(response, file);
}

function sendFile(
  response: Response,
  file: { content: Buffer; mediaType: string; fileName: string },
): typeof SENT {
  response
    .set({
      'Content-Type': file.mediaType,
      'Content-Length': String(file.content.length),
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'Cache-Control': 'private, no-store',
      // An upload is shown, never run: not even a picture gets scripts, styles or frames.
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    })
    .end(file.content);
  return SENT;
}
