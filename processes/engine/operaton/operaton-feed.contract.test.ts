import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractRun, eventually } from '../contract/contract-run.js';
import { createOperatonEngine } from './adapter.js';
import { provideStack, type Stack } from './operaton-stack.js';

/** What only this adapter's feed can get wrong: it reads another program's transactions. */
describe('Operaton’s feed in PostgreSQL', () => {
  let stack: Stack;
  let run: ContractRun;
  const clients: Client[] = [];

  beforeAll(async () => {
    stack = await provideStack();
    const engine = createOperatonEngine(stack.options);
    await engine.prepare();
    const address = { host: '127.0.0.1', port: Number(new URL(stack.options.url).port) };
    run = new ContractRun({ engine, address, via: () => engine, close: () => engine.close() });
    await run.begin();
    await run.deploy('acknowledge');
  }, 240_000);

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await run?.target.close();
    await stack?.close();
  }, 60_000);

  /** A connection in the middle of a transaction that has written. */
  async function openTransaction(database: string): Promise<Client> {
    const url = new URL(stack.options.databaseUrl);
    url.pathname = `/${database}`;
    const client = new Client({ connectionString: url.href });
    clients.push(client);
    await client.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    return client;
  }

  it('holds back what is newer than a transaction still running, and then shows both in order', async () => {
    const name = new URL(stack.options.databaseUrl).pathname.slice(1);
    const slow = await openTransaction(name);
    const { businessKey } = await run.start('acknowledge');
    await sleep(300);
    expect(await run.eventsOf(businessKey)).toEqual([]);
    // The slow one belongs to a case as well: it must not be missed for having the smaller number.
    const { caseId } = await run.start('acknowledge');
    const { rows } = await slow.query<{ tx: string }>(
      `insert into lampid_feed (kind, instance_id, definition_id, ref, parent, element, type, at, ended_at, n, state)
       select 'A', proc_inst_id_, proc_def_id_, $2, proc_inst_id_, 'slow', 'userTask', start_time_, null, 1, 0
       from act_hi_actinst where proc_inst_id_ = $1 limit 1 returning tx::text as tx`,
      [caseId, `slow:${randomUUID()}`],
    );
    await slow.query('commit');
    const started = await run.event(businessKey, 'case-started');
    expect(BigInt(rows[0]!.tx)).toBeLessThan(BigInt(started.order.transaction));
    const slowEvent = (await readAll()).find(
      (e) => e.kind === 'step-entered' && e.element === 'slow' && e.caseId === caseId,
    );
    expect(slowEvent).toBeDefined();
    await run.engine.cancel({ caseId, reason: 'test' });
  });

  it('does not wait for transactions of other databases', async () => {
    const elsewhere = await openTransaction('postgres');
    const { businessKey } = await run.start('acknowledge');
    await run.event(businessKey, 'case-started');
    await elsewhere.query('rollback');
  });

  it('is written by every transaction of the engine, and by nothing that clears history away', async () => {
    const { businessKey, caseId } = await run.start('acknowledge');
    await run.event(businessKey, 'case-started');
    await run.engine.cancel({ caseId, reason: 'test' });
    await run.event(businessKey, 'case-ended');
    const before = (await run.eventsOf(businessKey)).length;
    const client = new Client({ connectionString: stack.options.databaseUrl });
    clients.push(client);
    await client.connect();
    await client.query('delete from act_hi_actinst where root_proc_inst_id_ = $1', [caseId]);
    await client.query('delete from act_hi_procinst where root_proc_inst_id_ = $1', [caseId]);
    await sleep(300);
    expect(await run.eventsOf(businessKey)).toHaveLength(before);
  });

  it('drops what a reader has acknowledged once it is old enough', async () => {
    const { businessKey } = await run.start('acknowledge');
    const event = await run.event(businessKey, 'case-started');
    const client = new Client({ connectionString: stack.options.databaseUrl });
    clients.push(client);
    await client.connect();
    const left = async (): Promise<number> =>
      (await client.query('select 1 from lampid_feed where tx = $1::xid8', [event.order.transaction]))
        .rowCount ?? 0;
    await run.engine.feed.acknowledge(event.order.transaction, 3_600_000);
    expect(await left()).toBeGreaterThan(0);
    await client.query(`update lampid_feed set at = at - interval '1 year' where tx <= $1::xid8`, [
      event.order.transaction,
    ]);
    // Clean-ups pause in between and take a bounded bite each.
    await eventually(async () => {
      await run.engine.feed.acknowledge(event.order.transaction, 30 * 86_400_000);
      expect(await left()).toBe(0);
    }, 40_000);
  });

  it('has its password at the door', async () => {
    const { url, user, password } = stack.options;
    const status = async (path: string, secret?: string): Promise<number> => {
      const headers: Record<string, string> =
        secret === undefined ? {} : { authorization: `Basic ${btoa(`${user}:${secret}`)}` };
      return (await fetch(new URL(path, url), { headers })).status;
    };
    expect(await status('/engine-rest/version')).toBe(403);
    expect(await status('/engine-rest/version', `${password}x`)).toBe(403);
    expect(await status('/engine-rest/actuator/prometheus')).toBe(403);
    expect(await status('/engine-rest/version', password)).toBe(200);
    expect(await status('/engine-rest/actuator/prometheus', password)).toBe(200);
  });

  async function readAll(): ReturnType<ContractRun['eventsOf']> {
    const events = [];
    for (let cursor: string | null = null, more = true; more;) {
      const page = await run.engine.feed.read({ after: cursor, limit: 1_000 });
      events.push(...page.events);
      ({ cursor, more } = page);
    }
    return events;
  }
});
