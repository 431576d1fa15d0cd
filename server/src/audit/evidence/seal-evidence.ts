/** Files become a package that shows when it was changed: sums of every file, one detached signature over the sums, all in a zip. */
import { createHash, X509Certificate } from 'node:crypto';
import { zipSync } from 'fflate';
import type { DocumentSigner } from '../../documents/signing/document-signer.js';
import { verifyGuide, verifyScript } from './verify-texts.js';

export interface EvidenceFile {
  /** Inside the package, e.g. `models/birth-v3/rules.dmn`. */
  path: string;
  content: string;
}

export interface Evidence {
  ticket: string;
  reportId: string;
  /** Name of the office. */
  office: string;
  exportedBy: string;
  exportedAt: Date;
  /** Where the office publishes its authority's certificate. */
  authorityAddress: string;
  files: EvidenceFile[];
}

/** @returns a zip with one folder, `evidence-<ticket>/` */
export async function sealEvidence(
  evidence: Evidence,
  signer: Pick<DocumentSigner, 'sign' | 'authority'>,
): Promise<Buffer> {
  const { ticket, office, exportedAt } = evidence;
  const authority = authorityOf(signer, evidence.authorityAddress);
  const told = [
    ...evidence.files,
    { path: 'VERIFY.md', content: verifyGuide({ ticket, office, authority, signedAt: exportedAt }) },
    { path: 'verify.sh', content: verifyScript(exportedAt) },
    { path: 'authority.pem', content: signer.authority },
  ];
  const signed = [...told, { path: 'manifest.json', content: manifestOf(evidence, told, authority) }];
  for (const { path } of signed) assertPlain(path);
  const sums = Buffer.from(signed.map(({ path, content }) => `${sha256(content)}  ${path}\n`).join(''));
  const signature = await signer.sign(sums);
  const sealed: [string, Buffer][] = [
    ...signed.map(({ path, content }): [string, Buffer] => [path, Buffer.from(content)]),
    ['SHA256SUMS', sums],
    ['SHA256SUMS.p7s', signature],
    // As `sha256sum <SHA256SUMS.p7s` prints it.
    ['SHA256SUMS.p7s.sha256', Buffer.from(`${sha256(signature)}  -\n`)],
  ];
  return Buffer.from(
    zipSync(Object.fromEntries(sealed.map(([path, content]) => [`evidence-${ticket}/${path}`, content])), {
      mtime: exportedAt,
    }),
  );
}

function manifestOf(
  { ticket, reportId, office, exportedBy, exportedAt }: Evidence,
  files: readonly EvidenceFile[],
  { subject, fingerprint }: { subject: string; fingerprint: string },
): string {
  return JSON.stringify(
    {
      format: 'e-lampid-evidence/1',
      ...{ ticket, reportId, office, exportedBy, exportedAt: exportedAt.toISOString() },
      authority: { subject: subject.split('\n'), sha256: fingerprint },
      files: files.map(({ path, content }) => ({
        ...{ path, bytes: Buffer.byteLength(content), sha256: sha256(content) },
      })),
    },
    null,
    2,
  );
}

function authorityOf({ authority }: Pick<DocumentSigner, 'authority'>, address: string) {
  const { subject, fingerprint256 } = new X509Certificate(authority);
  return { subject, fingerprint: fingerprint256, address };
}

/** What a list of sums cannot say without escapes, and what would leave the folder when unpacked, has no place in a package. */
function assertPlain(path: string): void {
  const isPlain = path.split('/').every((part) => /^\w[\w.-]*$/.test(part));
  if (!isPlain) throw new Error(`no file name of a package: ${path}`);
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
