/** Detached CMS signatures with the attributes of PAdES B-B (ETSI EN 319 142-1), made and checked with pkijs. */
import { Integer, OctetString, ObjectIdentifier, Sequence, fromBER } from 'asn1js';
import { createHash, webcrypto, X509Certificate } from 'node:crypto';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SHA256 = '2.16.840.1.101.3.4.2.1';

/** `chain`: the signer's certificate first. */
export async function signCms(
  bytes: Buffer,
  signer: { key: webcrypto.CryptoKey; chain: Certificate[] },
): Promise<Buffer> {
  const [own] = signer.chain;
  if (!own) throw new Error('a signer needs its certificate');
  const attributes = [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: sha256(bytes) })] }),
    // ESSCertIDv2 with its default hash, SHA-256 (RFC 5035): which certificate signed cannot be exchanged afterwards.
    new Attribute({
      type: SIGNING_CERTIFICATE_V2,
      values: [sequence(sequence(sequence(new OctetString({ valueHex: sha256(derOf(own)) }))))],
    }),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: signer.chain,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: SHA256 })],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  });
  await signed.sign(signer.key, 0, 'SHA-256');
  const content = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}

/** True when the CMS is a signature over these bytes by a certificate that the authority issued, named in the signed attributes. */
export async function verifyCms(bytes: Buffer, cms: Buffer, authority: string): Promise<boolean> {
  const parsed = fromBER(toArrayBuffer(cms));
  if (parsed.offset === -1) return false;
  const signed = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content });
  const own = signed.certificates?.find(
    (candidate): candidate is Certificate => candidate instanceof Certificate,
  );
  const named = signed.signerInfos[0]?.signedAttrs?.attributes.find(
    ({ type }) => type === SIGNING_CERTIFICATE_V2,
  );
  if (!own || !named) return false;
  const value = named.values[0] as Sequence;
  if (!Buffer.from(value.toBER(false)).includes(sha256(derOf(own)))) return false;
  const certificate = new X509Certificate(derOf(own));
  const issuer = new X509Certificate(authority);
  if (!certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) return false;
  return signed.verify({ signer: 0, data: toArrayBuffer(bytes), checkChain: false }).catch(() => false);
}

export function derOf(certificate: Certificate): Buffer {
  return Buffer.from(certificate.toSchema(true).toBER(false));
}

export function serialNumber(): Integer {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0]! &= 0x7f;
  return new Integer({ valueHex: bytes.buffer });
}

function sequence(...value: (Sequence | OctetString)[]): Sequence {
  return new Sequence({ value });
}

function sha256(bytes: Buffer): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(bytes).digest());
}

function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
