/**
 * Brings the engine up to date: its feed and indexes, then the bundles of every event type and of the practice. A bundle whose content was ever deployed is left
 * alone, so what an analyst deployed from the browser stays the latest.
 */
import type { DataSource } from '@lampid/db/data-source';
import type { EnginePort } from '@lampid/engine/engine';
import { typesByProcess, type EventType } from '@lampid/processes/find-events';
import { practiceModel } from '@lampid/processes/practice-model';
import type { InputFault } from '../http/problem.js';
import { lintBundle } from './lint-bundle.js';

/** Any number that nothing else of ours locks. */
const DEPLOY_LOCK = 3273_0003;

export class ModelRefused extends Error {
  override name = 'ModelRefused';

  constructor(
    readonly model: string,
    readonly faults: InputFault[],
  ) {
    super(
      `${model}: ${faults.map(({ code, field, message }) => `${code} ${field ?? ''} ${message.en}`).join('; ')}`,
    );
  }
}

export interface DeployedModels {
  /** Bundles that the engine has now: one per event type, and the practice. */
  models: number;
  /** How many of them were new to it. */
  fresh: number;
}

/** Several processes may call it at once: the later ones wait and find nothing to do. @throws ModelRefused, EngineError */
export async function deployModels(options: {
  engine: EnginePort;
  db: DataSource;
  events: readonly EventType[];
}): Promise<DeployedModels> {
  const { engine, db } = options;
  const guard = db.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('set statement_timeout = 0; set lock_timeout = 0');
    await guard.query('select pg_advisory_lock($1)', [DEPLOY_LOCK]);
    await engine.prepare();
    const typeOf = typesByProcess(options.events);
    const deployed: DeployedModels = { models: 0, fresh: 0 };
    for (const { bundle } of [...options.events, practiceModel]) {
      const { name, resources } = await bundle();
      const { errors } = await lintBundle(resources, typeOf);
      if (errors.length > 0) throw new ModelRefused(name, errors);
      const { existed } = await engine.deploy({ name, resources });
      deployed.models += 1;
      if (!existed) deployed.fresh += 1;
    }
    return deployed;
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [DEPLOY_LOCK]).catch(() => undefined);
    await guard.query('reset statement_timeout; reset lock_timeout').catch(() => undefined);
    await guard.release();
  }
}
