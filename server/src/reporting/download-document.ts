import { areaNames } from '@lampid/db/reference/areas';
import { readAttachment } from '@lampid/db/reporting/attachments';
import { readSignedDocument } from '@lampid/db/reporting/queries-reports';
import { loadReport } from '@lampid/db/reporting/report';
import type { DocumentContent } from '@lampid/domain/documents/document-content';
import type { Response } from 'express';
import type { Deps } from '../deps.js';
import { drawDocument } from '../documents/draw-document.js';
import { notFound } from '../http/problem.js';
import { SENT } from '../http/route.js';
import { assertCovers, type Caller } from '../identity/authorize.js';

/** A document that the office issued (as a page, or as the JSON that was signed), or an upload. @throws Problem 404 */
export async function downloadDocument(
  deps: Deps,
  input: { caller: Caller; id: string; format: 'pdf' | 'json'; response: Response },
): Promise<typeof SENT> {
  const { caller, id, format, response } = input;
  const issued = await readSignedDocument(deps.db, id);
  if (issued) {
    assertCovers(caller, issued.areaCode);
    const { content, sha256, signature, keyId } = issued;
    if (format === 'json') {
      response.set({ 'X-Signature': signature, 'X-Signature-Key': keyId });
      return sendFile(response, { content, mediaType: 'application/json', fileName: `${id}.json` });
    }
    const document = JSON.parse(content.toString('utf8')) as DocumentContent;
    const names = await areaNames(deps.db, [document.city]);
    const page = await drawDocument({
      ...{ content: document, sha256, signature, keyId },
      cityName: names.get(document.city) ?? document.city,
      void: issued.status === 'void',
    });
    return sendFile(response, {
      content: page,
      mediaType: 'application/pdf',
      fileName: `${document.kind}.pdf`,
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
  if (report) assertCovers(caller, report.areaCode);
  else if (file.uploadedBy !== caller.username) throw notFound();
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
