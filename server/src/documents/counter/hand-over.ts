import { newId } from '@lampid/db/kernel/new-id';
import { recordAudit } from '@lampid/db/kernel/audit';
import { lockDocuments, saveHandover, type Handover } from '@lampid/db/registry/handovers';
import type { ReportRow } from '@lampid/db/reporting/report';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, Problem } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { currentTraceparent } from '../../observability/request-scope.js';

type Collected = Pick<Handover, 'documents' | 'collectedBy' | 'relation' | 'shown' | 'reason'>;

/** @throws Problem 422 for documents of another case and a second time without a reason, 409 for void ones */
export async function handOver(
  deps: Deps,
  input: { caller: Caller; report: ReportRow; collected: Collected },
): Promise<string> {
  const { caller, report, collected } = input;
  const documents = [...new Set(collected.documents)];
  const id = newId();
  await deps.db.transaction(async (tx) => {
    const found = await lockDocuments(tx, { reportId: report.id, documents });
    if (found.length < documents.length)
      throw invalidInput([
        inputFault('UNKNOWN_DOCUMENT', 'documents', {
          id: 'Dokumen ini bukan milik kasus ini',
          en: 'This document does not belong to the case',
        }),
      ]);
    if (found.some(({ status }) => status === 'void'))
      throw new Problem('state-conflict', {
        id: 'Dokumen yang batal tidak dapat diserahkan',
        en: 'A void document cannot be handed over',
      });
    if (found.some(({ handedOverAt }) => handedOverAt !== null) && !collected.reason)
      throw invalidInput([
        inputFault('HANDED_OVER_BEFORE', 'reason', {
          id: 'Dokumen ini sudah pernah diserahkan; tulis alasan penyerahan ulang',
          en: 'This document was handed over before; say why once more',
        }),
      ]);
    await saveHandover(tx, { id, reportId: report.id, ...collected, documents, handedBy: caller.username });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'documents.handed-over', reportId: report.id },
      ...{ object: `handover:${id}`, traceparent: currentTraceparent() },
      detail: {
        documents,
        relation: collected.relation,
        shown: collected.shown,
        again: collected.reason !== null,
      },
    });
  });
  return id;
}
