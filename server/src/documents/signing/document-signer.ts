/**
 * Who seals the office's PDF files. The file key of this installation is one implementation; a token behind PKCS#11 or the
 * service of BSrE would be others (docs/decisions/014).
 */
export interface DocumentSigner {
  /**
   * DER of a detached CMS SignedData over the bytes (RFC 5652), with the signed attributes of PAdES baseline B-B: content type,
   * message digest, signing-certificate-v2 (ETSI EN 319 142-1, 6.3). The signing time stands in the PDF, not in here.
   */
  sign(bytes: Buffer): Promise<Buffer>;
  /** PEM, the issuer that a reader must trust. */
  readonly authority: string;
  /** When the first of its certificates ends: what is signed after it, no reader takes for signed. */
  readonly validUntil: Date;
}
