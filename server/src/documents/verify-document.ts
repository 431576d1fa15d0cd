import { createHash } from 'node:crypto';
import { areaNames } from '@lampid/db/reference/areas';
import { readDocumentFile, readIssuedDocument } from '@lampid/db/registry/issued-documents';
import type { DocumentContent } from '@lampid/domain/documents/document-content';
import { maskDate, maskName, maskNumber } from '@lampid/domain/masking';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import { contentVerifies } from './content-verifies.js';
import { verifyPdf } from './signing/verify-pdf.js';

/**
 * What anybody who holds a document may learn of it: that it exists, how it stands, and enough of the masked data to see that the paper
 * says the same. @throws Problem 404
 */
export async function verifyDocument(deps: Pick<Deps, 'db' | 'signer'>, code: string) {
  const issued = await readIssuedDocument(deps.db, code);
  if (!issued) throw notFound({ id: 'Dokumen tidak dikenal', en: 'Unknown document' });
  const content = JSON.parse(issued.content.toString('utf8')) as DocumentContent;
  const office = (await areaNames(deps.db, [content.city])).get(content.city) ?? content.city;
  const subject = content.subject ?? null;
  return {
    kind: content.kind,
    names: content.title,
    office,
    issuedOn: content.issuedOn,
    status: issued.standing,
    contentVerified: contentVerifies(issued),
    file: await fileOf(deps, issued.fileSha256),
    subject: subject && {
      name: maskName(subject.name),
      nik: maskNumber(subject.nik),
      birthYear: maskDate(subject.birthDate),
    },
  };
}

/** The hash that a holder compares their own file with, and whether the kept file is whole. Null before the first opening. */
async function fileOf({ db, signer }: Pick<Deps, 'db' | 'signer'>, sha256: string | null) {
  const file = sha256 === null ? null : await readDocumentFile(db.manager, sha256);
  if (sha256 === null || file === null) return null;
  const whole = createHash('sha256').update(file).digest('hex') === sha256;
  return { sha256, verified: whole && (await verifyPdf(file, signer.authority)) };
}
