/** Imports through the loop against a real database: everything or nothing, whatever happens on the way. */
import { createImport, expireImports, findImport, moveImport } from '@lampid/db/registry/import/imports';
import { listFaults } from '@lampid/db/registry/import/staging';
import { loadAreasForTest } from '@lampid/db/testing/areas';
import { expectBalanced } from '@lampid/db/testing/balance';
import { createTestDatabase, type TestDatabase } from '@lampid/db/testing/test-database';
import { cellsOf, IMPORT_HEAD, importFamily, type Line } from '@lampid/domain/testing/import-lines';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { createLog } from '../../observability/log.js';
import { startImportLoop } from './import-loop.js';
import { workOnImport, type ImportDeps } from './work-on-import.js';

let database: TestDatabase;
let deps: ImportDeps;
/** The sheet of each test has families that no other test has. */
let nextFamily = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadAreasForTest(database.dataSource.manager, ['32.73.02.1004', '32.73.02.1006', '32.77.01.1001']);
  deps = {
    db: database.dataSource,
    config: { CITY: '32.73' },
    log: createLog({ level: 'silent', service: 'test' }),
    now: () => new Date('2026-11-27T03:00:00Z'),
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  await manager().query(
    `update registry.import set state = 'cancelled', ended_at = now() where ended_at is null`,
  );
  await manager().query('truncate registry.import_file, registry.import_row, registry.import_fault');
});

const manager = () => database.dataSource.manager;
const family = () => importFamily(nextFamily++);
const families = (count: number) => Array.from({ length: count }, family);

async function upload(lines: Line[]): Promise<string> {
  const rows = [IMPORT_HEAD, ...lines.map(cellsOf)].map((row) => row.map((value) => ({ value })));
  const content = await writeXlsxFile([{ data: rows as never }]).toBuffer();
  return (await createImport(manager(), { content, createdBy: 'admin.bandung' }))!;
}

/** Works until a person has to decide. */
async function work(id: string) {
  const loop = startImportLoop(deps, { everyMs: 20 });
  try {
    return await vi.waitUntil(
      async () => {
        const found = (await findImport(manager(), id))!;
        return ['reading', 'checking', 'writing'].includes(found.state) ? null : found;
      },
      { timeout: 30_000, interval: 20 },
    );
  } finally {
    await loop.stop();
  }
}

const commit = (id: string) =>
  moveImport(manager(), { id, from: ['ready'], to: 'writing', committedBy: 'admin' });

const count = async (table: string) =>
  Number(
    ((await manager().query(`select count(*) from registry.${table}`)) as { count: string }[])[0]!.count,
  );
const census = async () => ({
  residents: await count('resident'),
  cards: await count('family_card'),
  memberships: await count('membership'),
  postings: await count('posting'),
});
const faultsOf = async (id: string) =>
  (await listFaults(manager(), { id, limit: 50, after: null })).map(({ row, code }) => `${row} ${code}`);

async function importAll(lines: Line[]) {
  const id = await upload(lines);
  expect(await work(id)).toMatchObject({ state: 'ready', errors: 0 });
  await commit(id);
  return work(id);
}

describe('an import', () => {
  it('into an empty register is its opening; a later one is an adjustment of the open month', async () => {
    expect(await importAll(families(3).flat())).toMatchObject({
      state: 'done',
      rowsWritten: 9,
      postingKind: 'opening',
    });
    await manager().query(`insert into statistics.open_period values ('32.73.02.1004', '2026-12-01')`);
    expect(await importAll(families(2).flat())).toMatchObject({ state: 'done', postingKind: 'adjustment' });
    const postings = await manager().query(
      `select kind, unit, report_date, count(*)::int from registry.posting group by 1, 2, 3 order by 3, 2`,
    );
    expect(postings).toEqual([
      { kind: 'opening', unit: 'family', report_date: '2026-11-27', count: 3 },
      { kind: 'opening', unit: 'person', report_date: '2026-11-27', count: 9 },
      { kind: 'adjustment', unit: 'family', report_date: '2026-12-01', count: 2 },
      { kind: 'adjustment', unit: 'person', report_date: '2026-12-01', count: 6 },
    ]);
    await expectBalanced(manager());
  });

  it('leaves nothing personal behind', async () => {
    await importAll(family());
    expect(await count('import_row')).toBe(0);
    expect(await count('import_file')).toBe(0);
    expect(await count('import_fault')).toBe(0);
  });

  it('puts the head first, wherever the sheet has him', async () => {
    const [head, mother, child] = family();
    await importAll([child, mother, head]);
    const members = await manager().query(
      `select m.relation, m.position from registry.membership m join registry.family_card c on c.id = m.card_id
       where c.number = $1 order by m.position`,
      [head.cardNumber],
    );
    expect(members).toEqual([
      { relation: 1, position: 1 },
      { relation: 4, position: 2 },
      { relation: 3, position: 3 },
    ]);
  });
});

describe('one bad line in a thousand', () => {
  it('forbids all of them', async () => {
    const before = await census();
    const lines = families(334).flat();
    lines[600] = { ...lines[600]!, nik: '12345' };
    const id = await upload(lines);
    expect(await work(id)).toMatchObject({ state: 'faulty', rowsRead: 1002, families: 334, errors: 1 });
    expect(await faultsOf(id)).toEqual(['602 NIK_FORM']);
    expect(await commit(id)).toBe(false);
    expect(await census()).toEqual(before);
  });

  it.each<[string, (family: [Line, Line, Line]) => Line[], string[]]>([
    ['two heads', ([head, mother]) => [head, { ...mother, relation: 1 }], ['3 CARD_TWO_HEADS']],
    ['no head', ([, mother, child]) => [mother, child], ['2 CARD_WITHOUT_HEAD']],
    ['no adult', ([, , child]) => [{ ...child, relation: 1 }], ['2 CARD_WITHOUT_ADULT']],
    ['another city', ([head]) => [{ ...head, areaCode: '32.77.01.1001' }], ['2 AREA_OUTSIDE']],
  ])('a family with %s is refused', async (_, change, faults) => {
    const id = await upload(change(family()));
    expect(await work(id)).toMatchObject({ state: 'faulty' });
    expect(await faultsOf(id)).toEqual(faults);
  });

  it('somebody who is in the register already is refused', async () => {
    const lines = family();
    await importAll(lines);
    const id = await upload(lines);
    expect(await work(id)).toMatchObject({ state: 'faulty', errors: 4 });
    expect(await faultsOf(id)).toEqual([
      ...['2 NIK_REGISTERED', '2 CARD_REGISTERED', '3 NIK_REGISTERED', '4 NIK_REGISTERED'],
    ]);
  });

  it('a sheet without its head line, or without lines, fails with the reason', async () => {
    const content = await writeXlsxFile([{ data: [[{ value: 'Nama' }]] as never }]).toBuffer();
    const id = (await createImport(manager(), { content, createdBy: 'admin.bandung' }))!;
    const failed = await work(id);
    expect(failed).toMatchObject({ state: 'failed', failure: { id: expect.stringContaining('NIK') } });
    expect(await work(await upload([]))).toMatchObject({ state: 'failed' });
  });
});

describe('an import that is cut short', () => {
  it('while reading begins anew and counts nothing twice', async () => {
    const id = await upload(families(700).flat());
    const unlucky = failingAfter(3);
    await expect(
      workOnImport({ ...deps, db: unlucky }, { id, state: 'reading', committedBy: null }),
    ).rejects.toThrow();
    expect(await count('import_row')).toBe(1_000 - 1);
    expect(await work(id)).toMatchObject({ state: 'ready', rowsRead: 2_100, families: 700, errors: 0 });
    expect(await count('import_row')).toBe(2_100);
  });

  it('while writing has written nothing, and is repeated', async () => {
    const before = await census();
    const id = await upload(families(900).flat());
    await work(id);
    await commit(id);
    const now = () => new Date('2026-11-27T03:00:00Z');
    const killed = new Error('killed');
    const spy = vi.spyOn(database.dataSource.manager, 'query').mockRejectedValueOnce(killed);
    await expect(workOnImport({ ...deps, now }, { id, state: 'writing', committedBy: null })).rejects.toThrow(
      'killed',
    );
    spy.mockRestore();
    expect(await census()).toEqual(before);
    expect(await work(id)).toMatchObject({ state: 'done', rowsWritten: 2_700 });
    expect(await census()).toMatchObject({ residents: before.residents + 2_700, cards: before.cards + 900 });
    await expectBalanced(manager());
  });

  it('by a cancel while writing has written nothing', async () => {
    const before = await census();
    const id = await upload(families(900).flat());
    await work(id);
    await commit(id);
    const loop = startImportLoop(deps, { everyMs: 5 });
    await sleep(30);
    const cancelled = await moveImport(manager(), { id, from: ['writing'], to: 'cancelled' });
    await loop.stop();
    expect(cancelled).toBe(true);
    expect(await census()).toEqual(before);
    expect(await findImport(manager(), id)).toMatchObject({ state: 'cancelled' });
  });

  it('because somebody got one of its numbers meanwhile is checked again', async () => {
    const other = family();
    const id = await upload([...family(), ...other]);
    await work(id);
    await manager().query(
      `insert into registry.family_card (id, number, area_code, street, rt, rw, opened_on, status)
       values (gen_random_uuid(), $1, '32.73.02.1004', 'x', '001', '001', '2026-01-01', 'closed')`,
      [other[0].cardNumber],
    );
    await commit(id);
    expect(await work(id)).toMatchObject({ state: 'faulty', errors: 1 });
    expect(await faultsOf(id)).toEqual(['5 CARD_REGISTERED']);
  });
});

describe('imports', () => {
  it('are open one at a time, and for a day at most', async () => {
    const id = await upload(family());
    expect(
      await createImport(manager(), { content: Buffer.from('x'), createdBy: 'admin.bandung' }),
    ).toBeNull();
    await work(id);
    await manager().query(
      `update registry.import set created_at = now() - interval '25 hours' where id = $1`,
      [id],
    );
    expect(await database.dataSource.transaction((tx) => expireImports(tx))).toEqual([id]);
    expect(await count('import_row')).toBe(0);
    expect(await findImport(manager(), id)).toMatchObject({ state: 'expired' });
  });
});

/** A data source that loses its connection at the n-th transaction. */
function failingAfter(transactions: number): ImportDeps['db'] {
  let left = transactions;
  const db = database.dataSource;
  return new Proxy(db, {
    get(target, key) {
      if (key !== 'transaction') return Reflect.get(target, key) as unknown;
      return async (run: Parameters<typeof db.transaction>[0]) => {
        left -= 1;
        if (left <= 0) throw new Error('connection lost');
        return target.transaction(run as never);
      };
    },
  });
}
