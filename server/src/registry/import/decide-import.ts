/** What a person decides about an import: to write it, or to drop it. */
import { recordAudit } from '@lampid/db/kernel/audit';
import {
  findImport,
  forgetStaged,
  moveImport,
  type ImportRecord,
  type ImportState,
} from '@lampid/db/registry/import/imports';
import type { Text } from '@lampid/domain/rules/finding';
import type { Deps } from '../../deps.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';

interface Decision {
  caller: Caller;
  id: string;
}

/** @throws Problem 404 */
export async function requireImport(deps: Pick<Deps, 'db'>, id: string): Promise<ImportRecord> {
  const found = await findImport(deps.db.manager, id);
  if (!found) throw notFound({ id: 'Impor tidak ditemukan', en: 'No such import' });
  return found;
}

/** @throws Problem 409 unless the sheet was read and has no errors */
export function commitImport(deps: Pick<Deps, 'db'>, decision: Decision): Promise<void> {
  return decide(deps, decision, {
    ...{ from: ['ready'], to: 'writing', action: 'import.committed' },
    refusal: {
      id: 'Impor hanya dapat ditulis setelah diperiksa dan tanpa kesalahan',
      en: 'An import can be written once it is checked and has no errors',
    },
  });
}

/** What was already written in the open transaction is rolled back by the loop. @throws Problem 409 when it has ended */
export function cancelImport(deps: Pick<Deps, 'db'>, decision: Decision): Promise<void> {
  return decide(deps, decision, {
    from: ['reading', 'checking', 'faulty', 'ready', 'writing'],
    ...{ to: 'cancelled', action: 'import.cancelled' },
    refusal: { id: 'Impor ini sudah berakhir', en: 'This import has ended' },
  });
}

async function decide(
  deps: Pick<Deps, 'db'>,
  { caller, id }: Decision,
  step: { from: ImportState[]; to: ImportState; action: string; refusal: Text },
): Promise<void> {
  await requireImport(deps, id);
  await deps.db.transaction(async (tx) => {
    const committedBy = step.to === 'writing' ? { committedBy: caller.username } : {};
    const moved = await moveImport(tx, { id, from: step.from, to: step.to, ...committedBy });
    if (!moved) throw new Problem('state-conflict', step.refusal);
    if (step.to === 'cancelled') await forgetStaged(tx, id);
    await recordAudit(tx, { actor: caller.username, action: step.action, object: `import:${id}` });
  });
}
