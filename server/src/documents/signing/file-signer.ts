/** The installation's own signer: key and certificates in one file of its data, made at the first start. */
import { BitString, fromBER, Utf8String, type BmpString } from 'asn1js';
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';
import { derOf, serialNumber, signCms } from './cms-signature.js';
import type { DocumentSigner } from './document-signer.js';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const YEARS = 10;

/** Reads the PEM file at `path` (PKCS#8 key, own certificate, authority); makes a DEMO one (mode 0600) when there is none. */
export async function loadFileSigner(path: string, now: Date): Promise<DocumentSigner> {
  const blocks =
    (await readOrCreate(path, now)).match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];
  const [keyPem, ownPem, authority] = blocks;
  if (!keyPem || !ownPem || !authority) throw new Error(`${path} must hold a key and two certificates`);
  const key = await webcrypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' }),
    RSA,
    false,
    ['sign'],
  );
  const chain = [ownPem, authority].map(readCertificate);
  const ends = chain.map((certificate) => certificate.notAfter.value.getTime());
  return {
    authority,
    validUntil: new Date(Math.min(...ends)),
    sign: (bytes) => signCms(bytes, { key, chain }),
  };
}

async function readOrCreate(path: string, now: Date): Promise<string> {
  const known = read(path);
  if (known !== null) return known;
  const made = await makeDemoIdentity(now);
  mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx`: of two servers that start at once, one wins and both use its key.
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    return readFileSync(path, 'utf8');
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** A small authority and one certificate of it. The authority's key is forgotten at once: it issues nothing else, ever. */
async function makeDemoIdentity(now: Date): Promise<string> {
  const [root, own] = await Promise.all([keyPair(), keyPair()]);
  const rootName = 'DEMO e-LAMPID Authority (tidak sah / not valid)';
  const authority = await issue({
    ...{ subject: rootName, issuer: rootName, publicKey: root.publicKey, issuerKey: root.privateKey, now },
    isAuthority: true,
  });
  const certificate = await issue({
    ...{ subject: 'DEMO e-LAMPID Disdukcapil', issuer: rootName, publicKey: own.publicKey },
    ...{ issuerKey: root.privateKey, isAuthority: false, now },
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey));
  return [
    createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' }),
    new X509Certificate(derOf(certificate)).toString(),
    new X509Certificate(derOf(authority)).toString(),
  ].join('\n');
}

async function keyPair(): Promise<webcrypto.CryptoKeyPair> {
  const parameters = { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  return webcrypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
}

async function issue(input: {
  subject: string;
  issuer: string;
  publicKey: webcrypto.CryptoKey;
  issuerKey: webcrypto.CryptoKey;
  isAuthority: boolean;
  now: Date;
}): Promise<Certificate> {
  const certificate = new Certificate({ version: 2, serialNumber: serialNumber() });
  certificate.subject.typesAndValues.push(...nameOf(input.subject));
  certificate.issuer.typesAndValues.push(...nameOf(input.issuer));
  certificate.notBefore.value = new Date(input.now.getTime() - 60_000);
  certificate.notAfter.value = new Date(input.now.getTime() + YEARS * 365 * 86_400_000);
  const constraints = new BasicConstraints({ cA: input.isAuthority });
  // Bits of KeyUsage (RFC 5280, 4.2.1.3): keyCertSign and cRLSign, or digitalSignature and nonRepudiation.
  const usage = new BitString({ valueHex: new Uint8Array([input.isAuthority ? 0x06 : 0xc0]).buffer });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER(false) }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER(false) }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(input.publicKey);
  await certificate.sign(input.issuerKey, 'SHA-256');
  return certificate;
}

function nameOf(commonName: string): AttributeTypeAndValue[] {
  const part = (type: string, value: string) =>
    new AttributeTypeAndValue({ type, value: new Utf8String({ value }) as unknown as BmpString });
  return [part('2.5.4.6', 'ID'), part('2.5.4.10', 'DEMO e-LAMPID'), part('2.5.4.3', commonName)];
}

function readCertificate(pem: string): Certificate {
  const { raw } = new X509Certificate(pem);
  return new Certificate({ schema: fromBER(new Uint8Array(raw).buffer).result });
}
