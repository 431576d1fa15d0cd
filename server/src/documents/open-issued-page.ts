import { createHash } from 'node:crypto';
import { areaNames } from '@lampid/db/reference/areas';
import {
  keepDocumentFile,
  readDocumentFile,
  type IssuedDocument,
} from '@lampid/db/registry/issued-documents';
import type { DocumentContent } from '@lampid/domain/documents/document-content';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { contentVerifies } from './content-verifies.js';
import { drawDocument, drawSignedDocument, type IssuedPage } from './draw-document.js';

const TAMPERED = {
  id: 'Isi dokumen tidak sesuai dengan tanda tangannya; hubungi admin kota',
  en: 'The content of the document does not match its signature; ask the city admin',
};

const NO_CERTIFICATE = {
  id: 'Sertifikat penanda tangan dinas sudah berakhir; dokumen ini belum dapat ditandatangani. Hubungi admin kota',
  en: 'The certificate of the office has ended; this document cannot be signed yet. Ask the city admin',
};

type OpenDeps = Pick<Deps, 'db' | 'config' | 'signer' | 'now'>;

/**
 * The PDF of an issued document: drawn and signed at the first opening, the same bytes at every later one. What does not stand any
 * more is drawn anew with a stamp; the signed original stays in the register. @throws Problem 409 when the content was tampered with, or the office's
 * certificate has ended
 */
export async function openIssuedPage(deps: OpenDeps, issued: IssuedDocument): Promise<Buffer> {
  const { standing } = issued;
  if (standing !== 'valid') return drawDocument(await pageOf(deps, issued, standing));
  if (issued.fileSha256 !== null) return storedFile(deps, issued.fileSha256);
  // A seal over content that nobody signed would make it look genuine.
  if (!contentVerifies(issued)) throw new Problem('state-conflict', TAMPERED);
  // The file is kept for ever, and no reader would ever accept it.
  if (deps.now() > deps.signer.validUntil) throw new Problem('state-conflict', NO_CERTIFICATE);
  const page = await pageOf(deps, issued, null);
  const content = await drawSignedDocument(page, { signer: deps.signer, at: deps.now() });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const kept = await deps.db.transaction((tx) =>
    keepDocumentFile(tx, { documentId: issued.id, sha256, content }),
  );
  return kept === sha256 ? content : storedFile(deps, kept);
}

async function storedFile({ db }: OpenDeps, sha256: string): Promise<Buffer> {
  const file = await readDocumentFile(db.manager, sha256);
  if (!file) throw new Error(`the file ${sha256} of a document is missing`);
  return file;
}

async function pageOf(
  { db, config }: OpenDeps,
  issued: IssuedDocument,
  stamp: IssuedPage['stamp'],
): Promise<IssuedPage> {
  const content = JSON.parse(issued.content.toString('utf8')) as DocumentContent;
  const names = await areaNames(db, [content.city]);
  return {
    ...{ content, stamp, sha256: issued.sha256 },
    cityName: names.get(content.city) ?? content.city,
    verifyUrl: `${config.PUBLIC_URL}/verify/${issued.id}`,
  };
}
