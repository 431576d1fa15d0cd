/** A package is checked as a stranger does it: unpacked, and by its own script. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCms } from '../../documents/signing/cms-signature.js';
import type { DocumentSigner } from '../../documents/signing/document-signer.js';
import { loadFileSigner } from '../../documents/signing/file-signer.js';
import { sealEvidence, type Evidence } from './seal-evidence.js';

/** Keys of RSA are made, and openssl is started some dozens of times. */
const PATIENCE = 60_000;
const NOW = new Date('2010-11-23T03:00:00Z');
const evidence: Evidence = {
  ...{ ticket: 'LMP-L-3273021004-20261123-0001', reportId: 'r1', office: 'Kota Bandung' },
  ...{ exportedBy: 'auditor', exportedAt: NOW, authorityAddress: 'http://x/authority.pem' },
  files: [
    { path: 'case.json', content: '{"case":1}' },
    { path: 'models/birth-v1/birth.bpmn', content: '<definitions/>' },
  ],
};

let folder: string;
let signer: DocumentSigner;
let files: [string, Uint8Array][];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  // They end after ten years, and the evidence is checked on the day of the test.
  signer = await loadFileSigner(join(folder, 'signer.pem'), NOW);
  files = Object.entries(unzipSync(await sealEvidence(evidence, signer)));
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true }));

const contentOf = (name: string) => Buffer.from(files.find(([path]) => path.endsWith(`/${name}`))![1]);

it('signs sums that name every other file, in one folder', async () => {
  expect(files.map(([path]) => path.split('/')[0])).toEqual(files.map(() => `evidence-${evidence.ticket}`));
  const sums = contentOf('SHA256SUMS');
  expect(await verifyCms(sums, contentOf('SHA256SUMS.p7s'), signer.authority)).toBe(true);
  const named = sums
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.slice(66));
  expect(files.map(([path]) => path.slice(path.indexOf('/') + 1)).toSorted()).toEqual(
    [...named, 'SHA256SUMS', 'SHA256SUMS.p7s', 'SHA256SUMS.p7s.sha256'].toSorted(),
  );
  const manifest = JSON.parse(contentOf('manifest.json').toString());
  expect(manifest).toMatchObject({ ticket: evidence.ticket, exportedBy: 'auditor' });
  expect(manifest.authority.subject.join()).toContain('DEMO');
  expect(contentOf('VERIFY.md').toString()).toContain('DEMO');
});

it('takes no file that would leave the folder', async () => {
  for (const path of ['../x', '/etc/x', 'a//b', '.hidden', 'a\nb'])
    await expect(sealEvidence({ ...evidence, files: [{ path, content: '' }] }, signer)).rejects.toThrow(
      'no file name',
    );
});

const hasTools = ['openssl version', 'sha256sum --version'].every(
  (tool) => spawnSync('sh', ['-c', tool]).status === 0,
);
describe.runIf(hasTools)('the script in the package', () => {
  /** Unpacks it anew, does something to it, and answers what the script says. */
  function checked(change: (unpacked: string) => void, ...args: string[]) {
    const unpacked = mkdtempSync(join(folder, 'unpacked-'));
    for (const [path, content] of files) {
      const file = join(unpacked, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const inside = join(unpacked, `evidence-${evidence.ticket}`);
    change(inside);
    const { status, stdout, stderr } = spawnSync('sh', [join(inside, 'verify.sh'), ...args], {
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  it(
    'finds it whole and names the authority',
    () => {
      const { status, said } = checked(() => undefined);
      expect(said).toContain('UTUH / WHOLE');
      expect(said).toMatch(/DEMO e-LAMPID Authority[\s\S]*Fingerprint=([0-9A-F]{2}:){31}/i);
      expect(status).toBe(0);
    },
    PATIENCE,
  );

  it(
    'fails when a byte of any file is changed',
    () => {
      for (const [path] of files) {
        const name = path.slice(path.indexOf('/') + 1);
        const { status, said } = checked((inside) => {
          const content = readFileSync(join(inside, name));
          // In its script a byte of a comment, so that the script still runs; in a signature one of the copy of the authority's certificate.
          const place = name === 'verify.sh' ? 20 : Math.floor(content.length * 0.8);
          content[place]! ^= 0x20;
          writeFileSync(join(inside, name), content);
        });
        expect([name, status, said]).toEqual([name, 1, expect.stringContaining('GAGAL / FAILED')]);
      }
    },
    PATIENCE,
  );

  it(
    'fails when a file is missing or was added, hidden ones too',
    () => {
      expect(checked((inside) => rmSync(join(inside, 'case.json'))).said).toContain('case.json');
      expect(checked((inside) => writeFileSync(join(inside, '.more'), '')).said).toContain(
        'a file was added',
      );
      const copied = (inside: string) =>
        cpSync(join(inside, 'case.json'), join(inside, 'models', 'case.json'));
      expect(checked(copied).status).toBe(1);
    },
    PATIENCE,
  );

  it(
    'fails against another authority, and when everything was signed anew by one',
    async () => {
      const other = await loadFileSigner(join(folder, 'other.pem'), NOW);
      const authority = join(folder, 'published.pem');
      writeFileSync(authority, other.authority);
      expect(checked(() => undefined, authority).said).toContain('signature');
      writeFileSync(authority, signer.authority);
      expect(checked(() => undefined, authority).status).toBe(0);
      const forged = unzipSync(await sealEvidence(evidence, other));
      const forge = (inside: string) => {
        for (const [path, content] of Object.entries(forged))
          writeFileSync(join(inside, '..', path), content);
      };
      expect(checked(forge).status).toBe(0);
      expect(checked(forge, authority).said).toContain('signature');
    },
    PATIENCE,
  );
});
