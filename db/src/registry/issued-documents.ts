/** Issued documents as they are read: the signed content, how it stands, and the signed file once there is one. */
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { IssuedDocumentRow } from '../reporting/queries-reports.js';

export interface IssuedDocument {
  id: string;
  /** The case that issued it; null for a letter printed on demand. */
  reportId: string | null;
  kind: string;
  /** Kelurahan it belongs to. */
  areaCode: string;
  /** A family card whose number is closed, or that was printed again since, is superseded. */
  standing: 'valid' | 'void' | 'superseded';
  /** Canonical JSON of `DocumentContent`: what the signature is over. */
  content: Buffer;
  /** Hex, over `content`. */
  sha256: string;
  /** Ed25519 over `content`, base64url, by the office key of this id. */
  signature: string;
  keyId: string;
  /** SPKI PEM of that key. */
  publicKey: string;
  /** Of the signed PDF; null until somebody opens it. */
  fileSha256: string | null;
}

export async function readIssuedDocument(dataSource: DataSource, id: string): Promise<IssuedDocument | null> {
  return row(
    dataSource.manager,
    `select d.id, d.report_id as "reportId", d.kind, coalesce(d.area_code, r.area_code) as "areaCode", d.content, d.sha256, d.signature,
       d.key_id as "keyId", k.public_key as "publicKey", d.file_sha256 as "fileSha256",
       case when d.status = 'void' then 'void'
         when d.kind = 'kk' and (
           exists (select 1 from registry.document later where later.kind = 'kk' and later.status = 'valid'
             and later.about ->> 'card' = d.about ->> 'card' and later.issued_at > d.issued_at)
           or exists (select 1 from registry.family_card c where c.number = d.about ->> 'card' and c.status = 'closed'))
         then 'superseded' else 'valid' end as standing
     from registry.document d
     join registry.office_key k using (key_id)
     left join reporting.report r on r.id = d.report_id
     where d.id = $1`,
    [id],
  );
}

export interface DocumentOfEvidence {
  id: string;
  kind: string;
  number: string | null;
  status: 'valid' | 'void';
  issuedAt: Date;
  handedOverAt: Date | null;
  /** Hex, over the signed content. */
  sha256: string;
  /** Ed25519 over the content, base64url, by the office key of this id. */
  signature: string;
  keyId: string;
  /** SPKI PEM of that key. */
  publicKey: string;
  /** Of the signed PDF; null until somebody opens it. */
  fileSha256: string | null;
}

/** What a case issued, by what proves it: enough to compare a paper with, and nothing of what stands on it. */
export async function documentsOfEvidence(
  dataSource: DataSource,
  reportId: string,
): Promise<DocumentOfEvidence[]> {
  return rows(
    dataSource.manager,
    `select d.id, d.kind, d.number, d.status, d.issued_at as "issuedAt", d.handed_over_at as "handedOverAt", d.sha256,
       d.signature, d.key_id as "keyId", k.public_key as "publicKey", d.file_sha256 as "fileSha256"
     from registry.document d join registry.office_key k using (key_id)
     where d.report_id = $1 order by d.issued_at, d.kind, d.id`,
    [reportId],
  );
}

/** The bytes as they were signed. */
export async function readDocumentFile(tx: Tx, sha256: string): Promise<Buffer | null> {
  const file = await row<{ content: Buffer }>(
    tx,
    'select content from registry.document_file where sha256 = $1',
    [sha256],
  );
  return file?.content ?? null;
}

/** Keeps the file of a document that has none yet. Of two who drew at once the first one wins: answers the hash that stands. */
export async function keepDocumentFile(
  tx: Tx,
  file: { documentId: string; sha256: string; content: Buffer },
): Promise<string> {
  const [locked] = await rows<{ sha256: string | null }>(
    tx,
    'select file_sha256 as sha256 from registry.document where id = $1 for update',
    [file.documentId],
  );
  if (locked?.sha256) return locked.sha256;
  await tx.query(
    'insert into registry.document_file (sha256, content) values ($1, $2) on conflict (sha256) do nothing',
    [file.sha256, file.content],
  );
  await tx.query('update registry.document set file_sha256 = $2 where id = $1', [
    file.documentId,
    file.sha256,
  ]);
  return file.sha256;
}

/** A document printed for a resident on demand. */
export async function saveResidentLetter(
  tx: Tx,
  letter: {
    id: string;
    residentId: string;
    areaCode: string;
    kind: string;
    number: string;
    sha256: string;
    content: Buffer;
    signature: string;
    keyId: string;
  },
): Promise<void> {
  await tx.query(
    `insert into registry.document
       (id, resident_id, area_code, work_id, kind, about, number, media_type, sha256, content, signature, key_id)
     values ($1::uuid, $2::uuid, $3, 'letter:' || $1::uuid, $4, jsonb_build_object('resident', $2::uuid), $5, 'application/json', $6, $7, $8, $9)`,
    [
      ...[letter.id, letter.residentId, letter.areaCode, letter.kind, letter.number],
      ...[letter.sha256, letter.content, letter.signature, letter.keyId],
    ],
  );
}

/** What was printed for this resident on demand, latest first. */
export async function residentLetters(tx: Tx, residentId: string): Promise<IssuedDocumentRow[]> {
  return rows(
    tx,
    `select id, kind, number, status, file_sha256 is not null as signed, issued_at as "issuedAt",
       handed_over_at as "handedOverAt"
     from registry.document where resident_id = $1 order by issued_at desc limit 50`,
    [residentId],
  );
}
