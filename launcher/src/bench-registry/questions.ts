/** What is asked, by whom, and what has to be beaten. The people and cases asked about are drawn from the whole city. */
import type pg from 'pg';
import type { OfficerAccount } from '../bench/generator/protocol.js';

/** Calls that a page makes side by side: it is there when the slowest has answered. */
export interface Question {
  by: OfficerAccount;
  calls: { method: 'GET' | 'POST'; path: string; body?: unknown }[];
}

export interface QuestionKind {
  name: string;
  /** p95 to beat, in milliseconds. Null: told beside the others. */
  limitMs: number | null;
  next(turn: number): Question;
}

const get = (path: string) => ({ method: 'GET' as const, path });
const search = (body: object) => [{ method: 'POST' as const, path: '/api/v1/residents/search', body }];

export async function questionKinds(
  client: pg.Client,
  officers: readonly OfficerAccount[],
): Promise<QuestionKind[]> {
  const named = (username: string) => {
    const found = officers.find((officer) => officer.username === username);
    if (!found) throw new Error(`no demo account ${username}`);
    return found;
  };
  const [operator, supervisor] = [named('operator.dago'), named('supervisor.coblong')];
  const [verifier, head] = [named('verif.bandung'), named('kadis.bandung')];
  const inTurn = <T>(list: readonly T[]) => {
    if (list.length === 0) throw new Error('the city is too small to ask about');
    return (turn: number) => list[turn % list.length]!;
  };
  const asker = inTurn([operator, supervisor, verifier]);
  const people = inTurn(await somePeople(client));
  const openCases = inTurn(await someCases(client, { open: true }));
  const endedCases = inTurn(await someCases(client, { open: false }));
  const month = new Date().toISOString().slice(0, 7);
  const caseCalls = (id: string) => [get(`/api/v1/reports/${id}`), get(`/api/v1/reports/${id}/history`)];
  return [
    {
      ...{ name: 'search by NIK', limitMs: 25 },
      next: (turn) => ({ by: asker(turn), calls: search({ nik: people(turn).nik }) }),
    },
    {
      ...{ name: 'search by name', limitMs: 25 },
      next: (turn) => ({ by: asker(turn), calls: search({ name: people(turn).name }) }),
    },
    {
      ...{ name: 'search by misspelt name', limitMs: 25 },
      next: (turn) => ({ by: asker(turn), calls: search({ name: misspelt(people(turn).name) }) }),
    },
    {
      ...{ name: 'search by first name', limitMs: 25 },
      next: (turn) => ({ by: asker(turn), calls: search({ name: people(turn).name.split(' ')[0] }) }),
    },
    {
      ...{ name: 'queue', limitMs: 30 },
      next: (turn) => ({
        by: [supervisor, head, operator][turn % 3]!,
        calls: [get('/api/v1/tasks?limit=50')],
      }),
    },
    {
      ...{ name: 'reports of an area', limitMs: null },
      next: (turn) => ({ by: asker(turn), calls: [get('/api/v1/reports?limit=50')] }),
    },
    {
      ...{ name: 'open case, under way', limitMs: 75 },
      next: (turn) => ({ by: head, calls: caseCalls(openCases(turn)) }),
    },
    {
      ...{ name: 'open case, ended', limitMs: 75 },
      next: (turn) => ({ by: head, calls: caseCalls(endedCases(turn)) }),
    },
    {
      ...{ name: 'A-9 of a kelurahan', limitMs: 1_000 },
      next: () => ({ by: operator, calls: [get(`/api/v1/recap?month=${month}`)] }),
    },
    {
      ...{ name: 'A-9 of the city', limitMs: 1_000 },
      next: () => ({ by: head, calls: [get(`/api/v1/recap?month=${month}`)] }),
    },
  ];
}

/** One letter of the longest word is another one. */
function misspelt(name: string): string {
  const longest = name.split(' ').reduce((one, other) => (other.length > one.length ? other : one));
  return name.replace(longest, `${longest.slice(0, 2)}H${longest.slice(3)}`);
}

async function somePeople(client: pg.Client): Promise<{ nik: string; name: string }[]> {
  const { rows } = await client.query<{ nik: string; name: string }>(
    `select nik, name from registry.resident where status = 'active' and hashtext(nik) % greatest(1,
       (select residents / 1000 from bench.city)) = 0 order by hashtext(nik) limit 1000`,
  );
  return rows;
}

async function someCases(client: pg.Client, { open }: { open: boolean }): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select report_id as id from approval.task where (state = 'open') = $1 order by md5(task_id) limit 1000`,
    [open],
  );
  return rows.map(({ id }) => id);
}
