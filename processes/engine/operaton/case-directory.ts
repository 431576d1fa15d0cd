import type { Pool } from 'pg';

export interface CaseOf {
  /** Root instance id. */
  caseId: string;
  businessKey: string;
}

/** Keeps the newest `limit` entries: a Map iterates in the order of insertion. */
export class BoundedMap<V> {
  private readonly map = new Map<string, V>();
  constructor(private readonly limit: number) {}

  get(key: string): V | undefined {
    return this.map.get(key);
  }

  set(key: string, value: V): void {
    this.map.delete(key);
    this.map.set(key, value);
    if (this.map.size > this.limit) this.map.delete(this.map.keys().next().value!);
  }
}

/** Tells for an instance which case it belongs to, and for a definition its process key. Both never change, so they are remembered. */
export class CaseDirectory {
  private readonly cases = new BoundedMap<CaseOf>(50_000);
  private readonly keys = new Map<string, string>();

  constructor(private readonly pool: Pool) {}

  remember(instanceId: string, caseOf: CaseOf): void {
    this.cases.set(instanceId, caseOf);
  }

  /** Instances that the engine's history has forgotten are missing in the answer. */
  async casesOf(instanceIds: Iterable<string>): Promise<Map<string, CaseOf>> {
    const found = new Map<string, CaseOf>();
    const missing: string[] = [];
    for (const id of new Set(instanceIds)) {
      const known = this.cases.get(id);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    if (missing.length > 0) {
      const { rows } = await this.pool.query<{ id: string; root: string; key: string | null }>({
        name: 'lampid-cases-of',
        text: `select i.id_ as id, r.id_ as root, r.business_key_ as key from act_hi_procinst i
               join act_hi_procinst r on r.id_ = i.root_proc_inst_id_ where i.id_ = any($1)`,
        values: [missing],
      });
      for (const { id, root, key } of rows) {
        const caseOf = { caseId: root, businessKey: key ?? '' };
        this.cases.set(id, caseOf);
        found.set(id, caseOf);
      }
    }
    return found;
  }

  async processKeys(definitionIds: Iterable<string>): Promise<Map<string, string>> {
    const wanted = [...new Set(definitionIds)];
    const missing = wanted.filter((id) => !this.keys.has(id));
    if (missing.length > 0) {
      const { rows } = await this.pool.query<{ id: string; key: string }>(
        'select id_ as id, key_ as key from act_re_procdef where id_ = any($1)',
        [missing],
      );
      for (const { id, key } of rows) this.keys.set(id, key);
    }
    return new Map(wanted.flatMap((id) => (this.keys.has(id) ? [[id, this.keys.get(id)!] as const] : [])));
  }
}
