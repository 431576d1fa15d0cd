/** Ties the attachments that a report names to it. */
import type { Tx } from '@lampid/db/data-source';
import { copyAttachments, findAttachments, linkAttachments } from '@lampid/db/reporting/attachments';
import type { Caller } from '../identity/authorize.js';
import { inputFault, invalidInput } from '../http/problem.js';
import type { DocumentRef, ReportData } from './report-body.js';

/**
 * An upload belongs to one report. Who names one of their own again in another report gets a copy of it there (a second
 * report about the same subject must come to the process, not fail on its papers): answers the data with the ids that stand.
 * @param input.left uploads of colleagues that were left to this officer, as their own
 * @throws Problem 422 for ids that are no uploads of this officer or of this report
 */
export async function linkDocuments(
  tx: Tx,
  input: { reportId: string; caller: Caller; data: ReportData; left?: readonly string[] },
): Promise<ReportData> {
  const { reportId, caller, data, left = [] } = input;
  const documents = data.documents ?? [];
  const link = { reportId, uploadedBy: caller.username, left };
  const refused = await linkAttachments(tx, { ...link, documents });
  if (refused.length === 0) return data;
  const own = (await findAttachments(tx, refused)).filter(
    ({ id, uploadedBy }) => uploadedBy === caller.username || left.includes(id),
  );
  const ownIds = new Set(own.map((found) => found.id));
  const faults = documents.flatMap(({ attachmentId }, index) =>
    refused.includes(attachmentId) && !ownIds.has(attachmentId) ? [unknownAttachment(index)] : [],
  );
  if (faults.length > 0) throw invalidInput(faults);
  const copies = await copyAttachments(tx, [...ownIds]);
  const relinked: DocumentRef[] = documents.map(({ kind, attachmentId }) => ({
    kind,
    attachmentId: copies.get(attachmentId) ?? attachmentId,
  }));
  await linkAttachments(tx, { ...link, documents: relinked });
  return { ...data, documents: relinked };
}

export function unknownAttachment(index: number) {
  return inputFault('UNKNOWN_ATTACHMENT', `data.documents[${index}].attachmentId`, {
    id: 'Lampiran tidak ditemukan',
    en: 'No such attachment',
  });
}
