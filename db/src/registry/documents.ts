/** Issued documents: signed content by hash; a repeat of the issuing step changes nothing. */
import type { DocumentOrder } from '@lampid/domain/registry/change';
import type { EntityManager } from 'typeorm';
import { newId } from '../kernel/new-id.js';

export interface NewDocument {
  reportId: string;
  workId: string;
  kind: string;
  about: DocumentOrder['about'];
  number: string | null;
  /** Hex, over `content`. */
  sha256: string;
  /** Canonical JSON of `DocumentContent`, UTF-8. */
  content: Buffer;
  signature: string;
  keyId: string;
}

export async function saveDocuments(tx: EntityManager, documents: NewDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map((document) => ({
    ...document,
    id: newId(),
    content: document.content.toString('base64'),
  }));
  await tx.query(
    `insert into registry.document
       (id, report_id, work_id, kind, about, number, media_type, sha256, content, signature, key_id)
     select id, "reportId", "workId", kind, about, number, 'application/json', sha256, decode(content, 'base64'), signature, "keyId"
     from jsonb_to_recordset($1::jsonb) as r (
       id uuid, "reportId" uuid, "workId" text, kind text, about jsonb, number text, sha256 text, content text, signature text, "keyId" text)
     on conflict (work_id, kind, about) do nothing`,
    [JSON.stringify(rows)],
  );
}
