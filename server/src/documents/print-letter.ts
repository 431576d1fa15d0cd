import { createHash } from 'node:crypto';
import { recordAudit } from '@lampid/db/kernel/audit';
import { newId } from '@lampid/db/kernel/new-id';
import { allocateNumbers } from '@lampid/db/registry/allocate-numbers';
import { saveResidentLetter } from '@lampid/db/registry/issued-documents';
import { readFamilyCard } from '@lampid/db/registry/read-family-card';
import { readResident } from '@lampid/db/registry/read-resident';
import { bareCode } from '@lampid/domain/areas';
import { compactDate, todayJakarta } from '@lampid/domain/dates';
import { canonicalJson } from '@lampid/domain/documents/document-content';
import { residentLetterContent, type ResidentLetterKind } from '@lampid/domain/documents/resident-letters';
import type { RelationToHead } from '@lampid/domain/registry/snapshot';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import { assertCovers, type Caller } from '../identity/authorize.js';
import { currentTraceparent } from '../observability/request-scope.js';
import { NO_RESIDENT } from '../registry/no-resident.js';

const NUMBER_CODES: Record<ResidentLetterKind, string> = { biodata: 'BIO', 'surat-keterangan': 'SK' };

/** Issues a biodata or a statement from the register as it is now: numbered, signed and written into the audit log. @throws Problem 404 */
export async function printLetter(
  deps: Deps,
  input: { caller: Caller; residentId: string; kind: ResidentLetterKind; purpose: string | null },
): Promise<{ id: string; number: string }> {
  const { caller, residentId, kind, purpose } = input;
  const { officeKey, config } = deps;
  return deps.db.transaction(async (tx) => {
    const details = await readResident(tx, residentId);
    if (!details) throw notFound(NO_RESIDENT);
    const {
      areaCode,
      familyCardId,
      relation,
      deeds: _deeds,
      memberships: _memberships,
      ...resident
    } = details;
    assertCovers(caller, areaCode, NO_RESIDENT);
    if (areaCode === null) throw notFound(NO_RESIDENT);
    const card = familyCardId === null ? null : await readFamilyCard(tx, familyCardId);
    const issuedOn = todayJakarta(deps.now());
    const prefix = `${NUMBER_CODES[kind]}/${bareCode(config.CITY)}/${compactDate(issuedOn)}`;
    const [number] = await allocateNumbers(tx, [{ kind: 'statement', prefix }]);
    const content = residentLetterContent(kind, {
      ...{ resident, issuedOn, purpose, number: number!, city: config.CITY },
      address: card?.address ?? null,
      relation: relation as RelationToHead | null,
    });
    const bytes = Buffer.from(canonicalJson(content), 'utf8');
    const id = newId();
    await saveResidentLetter(tx, {
      ...{ id, residentId, areaCode, kind, number: number!, content: bytes },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      signature: officeKey.sign(bytes),
      keyId: officeKey.keyId,
    });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'document.printed', object: `resident:${residentId}` },
      ...{ detail: { kind, documentId: id }, traceparent: currentTraceparent() },
    });
    return { id, number: number! };
  });
}
