/** What is asked, by whom, and what has to be beaten. The people and cases asked about are drawn from the whole city. */
import type { DataSource } from '@lampid/db/data-source';
import { findDuplicates } from '@lampid/db/reporting/duplicates';
import { todayJakarta } from '@lampid/domain/dates';
import type { Newcomer } from '@lampid/domain/registry/likeness';
import type pg from 'pg';
import type { OfficerAccount } from '../bench/generator/protocol.js';
import { type Call, sendAll } from './send.js';

export interface QuestionKind {
  name: string;
  /** p95 to beat, in milliseconds. Null: told beside the others. */
  limitMs: number | null;
  /** Asks one of them. @throws Error when it is not answered */
  ask(turn: number): Promise<unknown>;
}

interface Person extends Omit<Newcomer, 'field' | 'nik'> {
  nik: string;
}

/** `dataSource` stands for that of a worker, which looks for duplicates. */
export async function questionKinds(options: {
  client: pg.Client;
  dataSource: DataSource;
  officers: readonly OfficerAccount[];
  baseUrl: string;
  signal: AbortSignal;
}): Promise<QuestionKind[]> {
  const { client, dataSource, officers, baseUrl, signal } = options;
  const named = (username: string) => {
    const found = officers.find((officer) => officer.username === username);
    if (!found) throw new Error(`no demo account ${username}`);
    return found;
  };
  const [operator, supervisor] = [named('operator.dago'), named('supervisor.coblong')];
  const [verifier, head] = [named('verif.bandung'), named('kadis.bandung')];
  const asker = inTurn([operator, supervisor, verifier]);
  const decider = inTurn([supervisor, head, operator]);
  const people = inTurn(await somePeople(client));
  const openCases = inTurn(await someCases(client, { open: true }));
  const endedCases = inTurn(await someCases(client, { open: false }));
  const month = todayJakarta(new Date()).slice(0, 7);

  /** Calls that a page makes side by side: it is there when the slowest has answered. */
  const ask = (by: OfficerAccount, ...calls: Call[]) => sendAll({ baseUrl, token: by.token, calls, signal });
  const get = (path: string): Call => ({ method: 'GET', path });
  const search = (turn: number, body: object) =>
    ask(asker(turn), { method: 'POST', path: '/api/v1/residents/search', body });
  const openCase = (id: string) =>
    ask(head, get(`/api/v1/reports/${id}`), get(`/api/v1/reports/${id}/history`));

  return [
    {
      ...{ name: 'search by NIK', limitMs: 25 },
      ask: (turn) => search(turn, { nik: people(turn).nik }),
    },
    {
      ...{ name: 'search by name', limitMs: 25 },
      ask: (turn) => search(turn, { name: people(turn).name }),
    },
    {
      ...{ name: 'search by misspelt name', limitMs: 25 },
      ask: (turn) => search(turn, { name: misspelt(people(turn).name) }),
    },
    {
      ...{ name: 'search by name, two letters wrong', limitMs: 25 },
      ask: (turn) => search(turn, { name: misspelt(misspelt(people(turn).name), 'Z', 4) }),
    },
    {
      ...{ name: 'search by a name nobody has', limitMs: 25 },
      ask: (turn) => search(turn, { name: nobody(people(turn).name) }),
    },
    {
      ...{ name: 'search by first name', limitMs: 25 },
      ask: (turn) => search(turn, { name: people(turn).name.split(' ')[0] }),
    },
    {
      ...{ name: 'queue', limitMs: 30 },
      ask: (turn) => ask(decider(turn), get('/api/v1/tasks?limit=50')),
    },
    {
      ...{ name: 'reports of an area', limitMs: null },
      ask: (turn) => ask(asker(turn), get('/api/v1/reports?limit=50')),
    },
    { name: 'open case, under way', limitMs: 75, ask: (turn) => openCase(openCases(turn)) },
    { name: 'open case, ended', limitMs: 75, ask: (turn) => openCase(endedCases(turn)) },
    {
      ...{ name: 'duplicates of a newcomer', limitMs: 50 },
      ask: (turn) => {
        const { name, ...person } = people(turn);
        const newcomer = { ...person, name: misspelt(name), field: 'child', nik: null };
        return findDuplicates(dataSource.manager, { newcomers: [newcomer], exceptReportId: null });
      },
    },
    {
      ...{ name: 'A-9 of a kelurahan', limitMs: 1_000 },
      ask: () => ask(operator, get(`/api/v1/recap?month=${month}`)),
    },
    {
      ...{ name: 'A-9 of the city', limitMs: 1_000 },
      ask: () => ask(head, get(`/api/v1/recap?month=${month}`)),
    },
  ];
}

function inTurn<T>(list: readonly T[]): (turn: number) => T {
  if (list.length === 0) throw new Error('the city is too small to ask about');
  return (turn) => list[turn % list.length]!;
}

/** One letter of the longest word is another one. */
function misspelt(name: string, letter = 'H', place = 2): string {
  const longest = name.split(' ').reduce((one, other) => (other.length > one.length ? other : one));
  return name.replace(longest, `${longest.slice(0, place)}${letter}${longest.slice(place + 1)}`);
}

/** Each word backwards: letters as they occur, in an order that no name has. */
const nobody = (name: string) =>
  name
    .split(' ')
    .map((word) => [...word].reverse().join(''))
    .join(' ');

async function somePeople(client: pg.Client): Promise<Person[]> {
  const { rows } = await client.query<Person>(
    `select nik, name, birth_date::text as "birthDate", sex, mother_name as "motherName" from registry.resident
     where status = 'active' and hashtext(nik) % greatest(1, (select residents / 1000 from bench.city)) = 0
     order by hashtext(nik) limit 1000`,
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
