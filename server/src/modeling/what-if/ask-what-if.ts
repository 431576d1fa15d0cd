/** An analyst asks what a candidate would have done with the cases of a period. It is worked on in the background. */
import { recordAudit } from '@lampid/db/kernel/audit';
import { createWhatIf, endWhatIf, findWhatIf, type WhatIfRecord } from '@lampid/db/modeling/what-ifs';
import { jakartaInstant } from '@lampid/domain/dates';
import type { Resource } from '@lampid/engine/engine';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound, Problem } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { overlay, versionOf } from '../whole-bundle.js';
import { lintBundle } from '../lint-bundle.js';

export interface AskedWhatIf {
  /** Definition id of the version that the files lie over. */
  base: string;
  resources: Resource[];
  /** First and last day of submission, `YYYY-MM-DD` in Asia/Jakarta. */
  from: string;
  until: string;
  limit: number;
}

/**
 * Answers its id.
 * @throws Problem 404 unknown version, 422 a candidate that could not be deployed, 409 while another of the caller's runs
 */
export async function askWhatIf(deps: Deps, caller: Caller, asked: AskedWhatIf): Promise<string> {
  if (asked.from > asked.until) {
    const text = { id: 'Tanggal awal sesudah tanggal akhir', en: 'The first day is after the last' };
    throw invalidInput([inputFault('NOT_ALLOWED', 'from', text)]);
  }
  const base = await versionOf(deps, asked.base);
  if (!deps.events.has(base.processKey)) {
    const text = { id: 'Bukan model jenis peristiwa', en: 'Not the model of an event type' };
    throw invalidInput([inputFault('NOT_ALLOWED', 'base', text)]);
  }
  const before = new Map(base.resources.map(({ name, content }) => [name, content]));
  const changed = asked.resources.filter(({ name, content }) => before.get(name) !== content);
  const { errors } = await lintBundle(overlay(base.resources, changed), deps.typeOf);
  if (errors.length > 0) throw new Problem('model-refused', undefined, errors);
  return deps.db.transaction(async (tx) => {
    const id = await createWhatIf(tx, {
      ...{ base: base.definitionId, resources: changed, processKey: base.processKey },
      ...{ areaCode: caller.areaCode, maxCases: asked.limit, createdBy: caller.username },
      from: jakartaInstant(asked.from),
      until: jakartaInstant(asked.until, 24 * 60),
    });
    if (id === null)
      throw new Problem('state-conflict', {
        id: 'Uji coba Anda yang lain masih berjalan: tunggu atau hentikan dahulu',
        en: 'Another what-if of yours is running: wait for it or stop it first',
      });
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'what-if.asked', object: `what-if:${id}` },
      detail: { base: base.definitionId, files: changed.map(({ name }) => name) },
    });
    return id;
  });
}

/** Results are other analysts' to read as well, as far as the cases lie in their area. @throws Problem 404 */
export async function requireWhatIf(
  deps: Pick<Deps, 'db'>,
  caller: Caller,
  id: string,
): Promise<WhatIfRecord> {
  const found = await findWhatIf(deps.db.manager, id);
  if (!found || found.areaCode !== caller.areaCode) throw notFound();
  return found;
}

/** @throws Problem 404 for one that is not theirs, 409 when it has ended */
export async function stopWhatIf(deps: Pick<Deps, 'db'>, caller: Caller, id: string): Promise<void> {
  const { createdBy } = await requireWhatIf(deps, caller, id);
  if (createdBy !== caller.username) throw notFound();
  if (!(await endWhatIf(deps.db.manager, { id, state: 'cancelled' }))) throw new Problem('state-conflict');
}
