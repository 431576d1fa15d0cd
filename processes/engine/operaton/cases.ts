import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { EngineError, type EnginePort } from '../engine.js';
import { RestError, type RestClient } from './rest-client.js';
import { toTypedVariables } from './typed-variables.js';

type Command<Name extends keyof EnginePort> = EnginePort[Name] extends (command: infer C) => unknown
  ? C
  : never;

const CANCEL_ATTEMPTS = 5;

/** Commands that move tokens. */
export class Cases {
  constructor(
    private readonly rest: RestClient,
    private readonly pool: Pool,
  ) {}

  /**
   * Starts once per business key: a unique index on the engine's own history refuses the second start, however the first one's
   * answer was lost. Operaton reports the violation as a generic failure, so only looking the key up tells.
   */
  async start(
    command: Command<'start'>,
  ): Promise<{ caseId: string; definitionId: string; existed: boolean }> {
    const which = command.definitionId
      ? encodeURIComponent(command.definitionId)
      : `key/${encodeURIComponent(command.processKey)}`;
    try {
      const started = await this.rest.call<{ id: string; definitionId: string }>({
        method: 'POST',
        path: `/process-definition/${which}/start`,
        json: { businessKey: command.businessKey, variables: toTypedVariables(command.variables) },
      });
      return { caseId: started.id, definitionId: started.definitionId, existed: false };
    } catch (error) {
      // No answer at all: the engine may be starting it this very moment, the caller asks again.
      if (!(error instanceof RestError) || error.status === 0) throw error;
      const earlier = await this.find(command.businessKey);
      if (!earlier) throw error;
      return { ...earlier, existed: true };
    }
  }

  private async find(businessKey: string): Promise<{ caseId: string; definitionId: string } | null> {
    const { rows } = await this.query<{ id: string; definition: string }>(
      `select id_ as id, proc_def_id_ as definition from act_hi_procinst
       where business_key_ = $1 and super_process_instance_id_ is null`,
      [businessKey],
    );
    return rows[0] ? { caseId: rows[0].id, definitionId: rows[0].definition } : null;
  }

  async complete({ taskId, assignee, variables }: Command<'complete'>): Promise<'completed' | 'gone'> {
    const task = `/task/${encodeURIComponent(taskId)}`;
    try {
      // Two calls, for Operaton completes in nobody's name; a crash in between leaves an assigned task, completed by the repeat.
      await this.rest.call({ method: 'POST', path: `${task}/assignee`, json: { userId: assignee } });
      await this.rest.call({
        method: 'POST',
        path: `${task}/complete`,
        json: { variables: toTypedVariables(variables) },
      });
      return 'completed';
    } catch (error) {
      if (isTaskGone(error)) return 'gone';
      throw error;
    }
  }

  async correlate({
    message,
    businessKey,
    variables,
  }: Command<'correlate'>): Promise<'correlated' | 'no-subscription'> {
    try {
      await this.rest.call({
        method: 'POST',
        path: '/message',
        json: {
          messageName: message,
          businessKey,
          processVariables: toTypedVariables(variables),
          resultEnabled: false,
        },
      });
      return 'correlated';
    } catch (error) {
      // Several waiting at once, or none: both are a mismatch, only the text tells them apart.
      if (error instanceof RestError && /No process definition or execution matches/.test(error.message)) {
        return 'no-subscription';
      }
      throw error;
    }
  }

  async retry({ incidentId, retries }: Command<'retry'>): Promise<'retried' | 'gone'> {
    try {
      const incident = await this.rest.call<{ incidentType: string; configuration: string }>({
        path: `/incident/${encodeURIComponent(incidentId)}`,
      });
      const kind = incident.incidentType === 'failedExternalTask' ? 'external-task' : 'job';
      await this.rest.call({
        method: 'PUT',
        path: `/${kind}/${encodeURIComponent(incident.configuration)}/retries`,
        json: { retries },
      });
      return 'retried';
    } catch (error) {
      if (error instanceof EngineError && error.code === 'not-found') return 'gone';
      throw error;
    }
  }

  async cancel({ caseId }: Command<'cancel'>): Promise<'cancelled' | 'gone'> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.rest.call({
          method: 'DELETE',
          path: `/process-instance/${encodeURIComponent(caseId)}?skipIoMappings=true`,
        });
        return 'cancelled';
      } catch (error) {
        if (error instanceof EngineError && error.code === 'not-found') return 'gone';
        // A step that moves on meanwhile may write a row below one that is being deleted: all of it is rolled back.
        const overtaken = error instanceof RestError && /PersistenceException/.test(error.type);
        if (!overtaken || attempt >= CANCEL_ATTEMPTS) throw error;
        await sleep(50 * attempt);
      }
    }
  }

  async isRunning(businessKey: string): Promise<boolean> {
    const { rows } = await this.query<{ running: boolean }>(
      `select exists (select 1 from act_ru_execution
         where business_key_ = $1 and parent_id_ is null and super_exec_ is null) as running`,
      [businessKey],
    );
    return rows[0]?.running ?? false;
  }

  async fireTimer({ businessKey, element }: Command<'fireTimer'>): Promise<'fired' | 'none'> {
    const { rows } = await this.query<{ id: string }>(
      `select j.id_ as id from act_ru_job j
       join act_ru_jobdef d on d.id_ = j.job_def_id_
       join act_ru_execution root on root.id_ = j.root_proc_inst_id_
       where root.business_key_ = $1 and d.act_id_ = $2 and j.type_ = 'timer' order by j.duedate_ limit 1`,
      [businessKey, element],
    );
    if (!rows[0]) return 'none';
    try {
      await this.rest.call({ method: 'POST', path: `/job/${encodeURIComponent(rows[0].id)}/execute` });
      return 'fired';
    } catch (error) {
      if (error instanceof EngineError && error.code === 'not-found') return 'none';
      throw error;
    }
  }

  private query<Row extends object>(text: string, values: unknown[]): Promise<{ rows: Row[] }> {
    return this.pool.query<Row>(text, values).catch((cause: unknown) => {
      throw new EngineError('unavailable', `The engine's database failed: ${(cause as Error).message}`, {
        cause,
      });
    });
  }
}

/** Operaton says "task is gone" with 404 or with 500 and a NullValueException, depending on the call. */
function isTaskGone(error: unknown): boolean {
  if (!(error instanceof RestError)) return false;
  return (
    error.code === 'not-found' ||
    /NullValueException|Cannot find task with id|task is null/.test(error.message)
  );
}
