/** What is known of a case, as files that somebody reads years later without our software. Every number of a person is masked as the caller sees it. */
import { decisionsOf } from '@lampid/db/approval/decisions';
import { areaNames } from '@lampid/db/reference/areas';
import { documentsOfEvidence } from '@lampid/db/registry/issued-documents';
import { allFindings } from '@lampid/db/reporting/findings';
import { reportAttachments, type ReportRow } from '@lampid/db/reporting/report';
import type { Deps } from '../../deps.js';
import type { Caller } from '../../identity/authorize.js';
import { readableByIds } from '../../modeling/element-names.js';
import { asSeenBy } from '../../reporting/as-seen-by.js';
import { findingView } from '../../reporting/finding-view.js';
import { reportItem } from '../../reporting/read-report.js';
import { readReplay } from '../read-replay.js';
import type { EvidenceFile } from './seal-evidence.js';

/** @throws Problem 404 */
export async function collectEvidence(
  deps: Deps,
  { caller, report }: { caller: Caller; report: ReportRow },
): Promise<EvidenceFile[]> {
  const { db } = deps;
  const [replay, decisions, findings, documents, attachments, names] = await Promise.all([
    readReplay(deps, { caller, id: report.id }),
    decisionsOf(db.manager, report.id),
    allFindings(db.manager, report.id),
    documentsOfEvidence(db, report.id),
    reportAttachments(db.manager, report.id),
    areaNames(db, [report.areaCode]),
  ]);
  const { acts, items: steps, definitions, registrations, revisions, views } = replay;
  const models = await modelsOf(
    deps,
    definitions.map(({ definitionId }) => definitionId),
  );
  const seen = (path: string, content: object): EvidenceFile => ({
    path,
    // Through JSON first: an instant is a text before anything looks into it.
    content: JSON.stringify(asSeenBy(caller, JSON.parse(JSON.stringify(content)) as object), null, 2),
  });
  return [
    seen('case.json', {
      case: {
        ...reportItem(report, names.get(report.areaCode) ?? null),
        ...{ revision: report.revision, cancelReason: report.cancelReason },
      },
      ...{ revisions, steps, registrations },
      definitions: definitions.map((definition) => ({
        ...definition,
        folder: models.folderOf.get(definition.definitionId) ?? null,
      })),
      findings: findings.map((finding) => ({
        ...findingView(finding),
        ...{ revision: finding.revision, current: finding.current, foundAt: finding.createdAt },
      })),
      ...{ decisions, views },
    }),
    seen('audit.json', acts),
    seen('documents.json', {
      issued: documents.map(({ publicKey: __, ...document }) => document),
      // A file's own name was chosen by a person and may name one.
      attachments: attachments.map(({ attachmentId, kind, mediaType, bytes, sha256 }) => ({
        ...{ id: attachmentId, kind, mediaType, bytes, sha256 },
      })),
    }),
    ...models.files,
    ...[...new Map(documents.map(({ keyId, publicKey }) => [keyId, publicKey]))].map(([keyId, content]) => ({
      ...{ path: `office-keys/${keyId}.pem`, content },
    })),
  ];
}

/** Every file of the deployments that the case ran in, each deployment in a folder named for its first process. */
async function modelsOf(
  deps: Deps,
  definitionIds: string[],
): Promise<{ files: EvidenceFile[]; folderOf: Map<string, string> }> {
  const files: EvidenceFile[] = [];
  const folderOf = new Map<string, string>();
  const folderOfDeployment = new Map<string, string>();
  for (const [id, definition] of await readableByIds(deps.definitions, definitionIds)) {
    if (!definition) continue;
    const { deploymentId, processKey, version, resources } = definition;
    let folder = folderOfDeployment.get(deploymentId);
    if (folder === undefined) {
      folder = `models/${processKey}-v${version}`;
      folderOfDeployment.set(deploymentId, folder);
      files.push(...resources.map(({ name, content }) => ({ path: `${folder}/${name}`, content })));
    }
    folderOf.set(id, folder);
  }
  return { files, folderOf };
}
