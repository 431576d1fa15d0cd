import { createHash } from 'node:crypto';
import { saveDocuments, type NewDocument } from '@lampid/db/registry/documents';
import { loadSnapshot } from '@lampid/db/registry/load-snapshot';
import { standingRegistration } from '@lampid/db/registry/registrations';
import { canonicalJson } from '@lampid/domain/documents/document-content';
import { issueDocuments as contract } from '@lampid/processes/tasks/issue-documents';
import { handleTask, ok, PermanentFailure } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { reportOf } from './report-of.js';

/** Issues what the registration ordered: content from the register as it is now, hashed and signed with the office key. */
export const issueDocuments = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, work } = run;
  const { report, event } = await reportOf(dataSource.manager, services, run.input.reportId);
  const registration = await standingRegistration(dataSource.manager, report.id);
  if (!registration) throw new PermanentFailure('there is no registration to issue documents for');
  const registered = registration.result;
  const needs = event.needs(report.data);
  const registry = await loadSnapshot(dataSource.manager, {
    niks: [...needs.niks, ...registered.residents.map((resident) => resident.nik)],
    familyCards: [...needs.familyCards, ...registered.cards.map((card) => card.number)],
    childrenOf: [],
  });
  const documents = registered.documents.map((order): NewDocument => {
    const issued = event.issues.find((candidate) => candidate.kind === order.kind);
    if (!issued)
      throw new PermanentFailure(`event type ${event.id} does not define the document ${order.kind}`);
    const content = issued.content({ order, data: report.data, registered, registry, city: services.city });
    const bytes = Buffer.from(canonicalJson(content), 'utf8');
    return {
      reportId: report.id,
      workId: work.workId,
      kind: order.kind,
      about: order.about,
      number: content.number,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      content: bytes,
      signature: services.officeKey.sign(bytes),
      keyId: services.officeKey.keyId,
    };
  });
  return run.once(async (tx) => {
    await saveDocuments(tx, documents);
    return ok();
  });
});
