import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import type { Tx } from '../data-source.js';
import { newId } from '../kernel/new-id.js';
import { row, rows } from '../kernel/rows.js';
import { AttachmentEntity } from './attachment-entity.js';

interface Upload {
  content: Buffer;
  mediaType: string;
  fileName: string;
  uploadedBy: string;
}

/** Keeps an upload; its content is stored once however often it comes. */
export async function storeAttachment(tx: Tx, upload: Upload): Promise<{ id: string; sha256: string }> {
  const id = newId();
  const { sha256 } = await insertAttachment(tx, id, upload);
  return { id, sha256 };
}

/**
 * Under an id that its sender chose: sent again, it is the same upload (`isNew` false). Null when the id is that of another file, or of
 * somebody else's.
 */
export async function storeAttachmentAs(
  tx: Tx,
  id: string,
  upload: Upload,
): Promise<{ id: string; sha256: string; isNew: boolean } | null> {
  const { sha256, isNew } = await insertAttachment(tx, id, upload);
  if (isNew) return { id, sha256, isNew };
  const [kept] = await findAttachments(tx, [id]);
  const isSame = kept?.sha256 === sha256 && kept.uploadedBy === upload.uploadedBy;
  return isSame ? { id, sha256, isNew } : null;
}

/** `isNew` false: there is one of that id, and it stays as it is. */
async function insertAttachment(
  tx: Tx,
  id: string,
  upload: Upload,
): Promise<{ sha256: string; isNew: boolean }> {
  const sha256 = createHash('sha256').update(upload.content).digest('hex');
  const added = await rows(
    tx,
    `with kept as (
       insert into reporting.attachment_content (sha256, content) values ($2, $3) on conflict do nothing
     )
     insert into reporting.attachment (id, sha256, media_type, bytes, file_name, uploaded_by)
     values ($1, $2, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
    [id, sha256, upload.content, upload.mediaType, upload.content.length, upload.fileName, upload.uploadedBy],
  );
  return { sha256, isNew: added.length > 0 };
}

/** Many rows over one stored content, for demo examples. Answers their ids in the order of `fileNames`. */
export async function storeCopies(
  tx: Tx,
  upload: { content: Buffer; mediaType: string; fileNames: string[]; uploadedBy: string },
): Promise<string[]> {
  const ids = upload.fileNames.map(() => newId());
  const sha256 = createHash('sha256').update(upload.content).digest('hex');
  await tx.query(
    `with kept as (
       insert into reporting.attachment_content (sha256, content) values ($1, $2) on conflict do nothing
     )
     insert into reporting.attachment (id, sha256, media_type, bytes, file_name, uploaded_by)
     select copy.id, $1, $3, $4, copy.name, $5 from unnest($6::uuid[], $7::text[]) as copy (id, name)`,
    [
      sha256,
      upload.content,
      upload.mediaType,
      upload.content.length,
      upload.uploadedBy,
      ids,
      upload.fileNames,
    ],
  );
  return ids;
}

export async function findAttachments(tx: Tx, ids: string[]): Promise<AttachmentEntity[]> {
  return ids.length === 0 ? [] : tx.getRepository(AttachmentEntity).findBy({ id: In(ids) });
}

/**
 * Ties uploads to the report that names them; those it no longer names are let go. An upload belongs to its uploader, and to whom it was
 * left (`left`: its ids), and to one report: answers the ids that could not be tied (unknown, foreign, of another report); the caller
 * refuses then.
 */
export async function linkAttachments(
  tx: Tx,
  link: {
    reportId: string;
    uploadedBy: string | null;
    left?: readonly string[];
    documents: { kind: string; attachmentId: string }[];
  },
): Promise<string[]> {
  const tied = await rows<{ id: string }>(
    tx,
    `with named as (
       select distinct on (n."attachmentId") n."attachmentId" as id, n.kind
       from jsonb_to_recordset($2::jsonb) as n (kind text, "attachmentId" uuid)
     ), released as (
       update reporting.attachment set report_id = null, kind = null
       where report_id = $1 and id not in (select id from named)
     ), tied as (
       update reporting.attachment a set report_id = $1, kind = named.kind from named
       where a.id = named.id
         and (a.report_id = $1 or (a.report_id is null and ($3::text is null or a.uploaded_by = $3 or a.id = any($4::uuid[]))))
       returning a.id
     )
     select id from tied`,
    [link.reportId, JSON.stringify(link.documents), link.uploadedBy, link.left ?? []],
  );
  const ids = new Set(tied.map((attachment) => attachment.id));
  return link.documents.map((document) => document.attachmentId).filter((id) => !ids.has(id));
}

/** Rows of their own over the same content, untied. Answers the new id by the old one. */
export async function copyAttachments(tx: Tx, ids: string[]): Promise<ReadonlyMap<string, string>> {
  const copies = new Map(ids.map((id) => [id, newId()]));
  await tx.query(
    `insert into reporting.attachment (id, sha256, media_type, bytes, file_name, uploaded_by)
     select copy.id, a.sha256, a.media_type, a.bytes, a.file_name, a.uploaded_by
     from unnest($1::uuid[], $2::uuid[]) as copy (original, id) join reporting.attachment a on a.id = copy.original`,
    [[...copies.keys()], [...copies.values()]],
  );
  return copies;
}

export interface AttachmentFile {
  mediaType: string;
  fileName: string;
  reportId: string | null;
  uploadedBy: string;
  content: Buffer;
}

export async function readAttachment(tx: Tx, id: string): Promise<AttachmentFile | null> {
  return row(
    tx,
    `select a.media_type as "mediaType", a.file_name as "fileName", a.report_id as "reportId",
       a.uploaded_by as "uploadedBy", c.content
     from reporting.attachment a join reporting.attachment_content c using (sha256) where a.id = $1`,
    [id],
  );
}
