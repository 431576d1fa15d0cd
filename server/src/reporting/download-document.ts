import { taskKeeping } from '@lampid/db/approval/task-drafts';
import { readIssuedDocument } from '@lampid/db/registry/issued-documents';
import { readAttachment } from '@lampid/db/reporting/attachments';
import { loadReport } from '@lampid/db/reporting/report';
import type { Response } from 'express';
import { noteView } from '../audit/case-views.js';
import type { Deps } from '../deps.js';
import { openIssuedPage } from '../documents/open-issued-page.js';
import { notFound } from '../http/problem.js';
import { SENT } from '../http/route.js';
import { assertCovers, type Caller } from '../identity/authorize.js';

/** A document that the office issued (as a page, or as the JSON that was signed), or an upload. @throws Problem 404 */
export async function downloadDocument(
  deps: Deps,
  input: { caller: Caller; id: string; format: 'pdf' | 'json'; response: Response },
): Promise<typeof SENT> {
  const { caller, id, format, response } = input;
  const issued = await readIssuedDocument(deps.db, id);
  if (issued) {
    assertCovers(caller, issued.areaCode);
    if (issued.reportId) await noteView(deps.db, caller, { id: issued.reportId, areaCode: issued.areaCode });
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

async function sendAttachment(
  deps: Deps,
  { caller, id, response }: { caller: Caller; id: string; response: Response },
): Promise<typeof SENT> {
  const file = await readAttachment(deps.db.manager, id);
  if (!file) throw notFound({ id: 'Dokumen tidak ditemukan', en: 'No such document' });
  const report = file.reportId ? await loadReport(deps.db.manager, file.reportId) : null;
  if (report) {
    assertCovers(caller, report.areaCode);
    await noteView(deps.db, caller, report);
  } else if (file.uploadedBy !== caller.username) {
    // Not sent yet, but kept with corrections: theirs who may read the task.
    const kept = await taskKeeping(deps.db.manager, id);
    assertCovers(caller, kept?.areaCode ?? null);
    await noteView(deps.db, caller, { id: kept!.reportId, areaCode: kept!.areaCode });
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
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
    .end(file.content);
  return SENT;
}
