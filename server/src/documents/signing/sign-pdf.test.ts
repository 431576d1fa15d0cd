import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentContent } from '@lampid/domain/documents/document-content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDocument, drawSignedDocument } from '../draw-document.js';
import { signCms, verifyCms } from './cms-signature.js';
import type { DocumentSigner } from './document-signer.js';
import { loadFileSigner } from './file-signer.js';
import { verifyPdf } from './verify-pdf.js';

const NOW = new Date('2026-11-23T03:00:00Z');
const content: DocumentContent = {
  kind: 'surat-keterangan',
  title: { id: 'Surat Keterangan', en: 'Statement' },
  number: 'SK/3273/23112026/0001',
  issuedOn: '2026-11-23',
  city: '32.73',
  legalBasis: 'UU 23/2006',
  sections: [{ heading: null, rows: [{ label: { id: 'Nama', en: 'Name' }, value: 'Asep Sunandar' }] }],
};
const page = {
  content,
  cityName: 'Kota Bandung',
  sha256: 'a'.repeat(64),
  verifyUrl: 'http://x/verify/1',
  stamp: null,
};

let folder: string;
let signer: DocumentSigner;
let pdf: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signer-'));
  signer = await loadFileSigner(join(folder, 'signer.pem'), NOW);
  pdf = await drawSignedDocument(page, { signer, at: NOW });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a signed PDF', () => {
  it('verifies against the authority of the installation', async () => {
    expect(pdf.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(await verifyPdf(pdf, signer.authority)).toBe(true);
  });

  it('does not when a byte is flipped, before or after the signature', async () => {
    for (const at of [600, pdf.length - 20]) {
      const flipped = Buffer.from(pdf);
      flipped[at]! ^= 1;
      expect(await verifyPdf(flipped, signer.authority)).toBe(false);
    }
  });

  it('does not when something was added to it, or when it has no signature', async () => {
    expect(await verifyPdf(Buffer.concat([pdf, Buffer.from('\n% more')]), signer.authority)).toBe(false);
    expect(await verifyPdf(await drawDocument(page), signer.authority)).toBe(false);
  });

  it("does not against another installation's authority", async () => {
    const other = await loadFileSigner(join(folder, 'other.pem'), NOW);
    expect(await verifyPdf(pdf, other.authority)).toBe(false);
  });

  const pdfsig = '/usr/bin/pdfsig';
  it.runIf(existsSync(pdfsig))('is valid for poppler as well', () => {
    const file = join(folder, 'signed.pdf');
    writeFileSync(file, pdf);
    const said = execFileSync(pdfsig, ['-nocert', file], { encoding: 'utf8' });
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('ETSI.CAdES.detached');
    expect(said).toContain('Total document signed');
  });
});

describe('the file of the signer', () => {
  it('is private, names itself DEMO, and is read again', async () => {
    const path = join(folder, 'signer.pem');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').match(/BEGIN PRIVATE KEY/g)).toHaveLength(1);
    const again = await loadFileSigner(path, NOW);
    const bytes = Buffer.from('bytes');
    expect(await verifyCms(bytes, await again.sign(bytes), signer.authority)).toBe(true);
  });

  it('is one for servers that start together', async () => {
    const path = join(folder, 'race.pem');
    const [one, two] = await Promise.all([loadFileSigner(path, NOW), loadFileSigner(path, NOW)]);
    expect(one.authority).toBe(two.authority);
  });

  it('that holds no key stops the start', async () => {
    const path = join(folder, 'empty.pem');
    writeFileSync(path, 'nothing');
    await expect(loadFileSigner(path, NOW)).rejects.toThrow('must hold a key');
  });
});

it('no certificate, no signature', async () => {
  await expect(signCms(Buffer.from('x'), { key: {} as never, chain: [] })).rejects.toThrow('certificate');
});
