/**
 * Two installations: a family leaves Kota Bandung (32.73) and arrives in Kota Cimahi (32.77). Their servers talk by signed
 * messages, without SIAK in between, and the line is cut on the way.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { siakSignature } from '@lampid/db/integration/dukcapil/signature';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAnotherCity, type AnotherCity } from '../src/support/another-city.js';
import { anonymous } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  submit,
  submitExample,
  untilStatus,
  untilStatusSeenBy,
} from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { repositoryRoot, stackProcess, testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';
import { openHttpGate, type Gate } from './support/http-gate.js';
import { appQuery } from './support/register.js';
import { openSteps } from './support/undone.js';

const BANDUNG = '32.73';
const CIMAHI = '32.77';
const secret = randomBytes(24).toString('hex');

let line: Gate;
/** Actions that reached Bandung over the line, in order. */
const heard: string[] = [];
let cimahi: AnotherCity;

beforeAll(async () => {
  const cut = new Set(['reserve', 'confirm']);
  line = await openHttpGate({
    target: testStack().baseUrl,
    // Bandung has done what it was asked for and Cimahi does not hear of it: once for each of these.
    beforeResponse: ({ path }) => {
      const action = path.split('/').at(-1)!;
      heard.push(action);
      return cut.delete(action) ? 'cut' : 'pass';
    },
  });
  cimahi = await startAnotherCity({
    CITY: CIMAHI,
    CITY_PEERS: JSON.stringify({ [BANDUNG]: { url: line.url, secret } }),
  });
  // Bandung learns the secret that it shares with Cimahi; it asks nothing there, so any address serves.
  await stackProcess('server').stop();
  await stackProcess('server').start({
    CITY_PEERS: JSON.stringify({ [CIMAHI]: { url: 'http://127.0.0.1:9', secret } }),
  });
}, 300_000);

afterAll(async () => {
  await stackProcess('server').stop();
  await stackProcess('server').start({ CITY_PEERS: '' });
  await cimahi?.stop();
  await line?.close();
}, 60_000);

interface Person {
  nik: string;
  name: string;
  status: string;
  relation: number;
}

const peopleOf = (niks: string[]) =>
  appQuery<Person>(
    `select r.nik, r.name, r.status, coalesce(m.relation, l.relation) as relation from registry.resident r
     left join registry.membership m on m.resident_id = r.id and m.until is null
     left join registry.move_letter_member l on l.resident_id = r.id
     where r.nik = any($1::text[]) order by relation, r.nik`,
    [niks],
  );

/** Sum of the people posted by a report. */
const posted = async (reportId: string) =>
  (
    await appQuery<{ people: number }>(
      `select coalesce(sum(sign), 0)::int as people from registry.posting where report_id = $1 and unit = 'person'`,
      [reportId],
    )
  )[0]!.people;

const actsOn = async (reportId: string) =>
  (
    await appQuery<{ action: string }>(
      `select action from kernel.audit where report_id = $1 and action like 'letter.%' order by id`,
      [reportId],
    )
  ).map(({ action }) => action);

const officersOfCimahi = () =>
  appQuery<{ username: DemoUser; role: string; area: string }>(
    `select username, role, area_code as area from identity.officer order by area_code, username`,
  );

async function moveOut(destination: object): Promise<{ id: string; letter: string; niks: string[] }> {
  const example = await exampleOf('move');
  const { id } = await submit('move', { ...example, destination });
  return { id, ...(await letterOf(id)), niks: niksOf(example) };
}

/** The letter of a move that the supervisor approved, once its case waits for the arrival. */
async function letterOf(id: string): Promise<{ letter: string }> {
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await eventually('the case waits for the arrival', async () =>
    (await openSteps(id)).includes('await_arrival'),
  );
  const [letter] = await appQuery<{ number: string }>(
    'select number from registry.move_letter where report_id = $1',
    [id],
  );
  return { letter: letter!.number };
}

const niksOf = (example: Record<string, unknown>) =>
  (example['movers'] as { nik: string }[]).map(({ nik }) => nik);

/** Who takes people in over there, and where they live then. */
async function peopleOfCimahi() {
  const officers = await cimahi.in(officersOfCimahi);
  const operator = officers.find(({ role }) => role === 'operator')!;
  const supervisor = officers.find(
    ({ role, area }) => role === 'supervisor' && operator.area.startsWith(area),
  )!;
  const verifier = officers.find(({ role }) => role === 'verifikator')!;
  const home = { areaCode: operator.area, street: 'Jl. Baru 7', rt: '002', rw: '004', postalCode: null };
  return { operator, supervisor, verifier, home };
}

/** An arrival of these people on that letter; the first of them heads a card of their own. */
async function arrivalOf(
  people: readonly Person[],
  { letter, home, operator }: { letter: string; home: object; operator: DemoUser },
) {
  const example = await exampleOf('arrival', operator);
  const head = people[0]!;
  return {
    ...example,
    ...{ letterNumber: letter, destination: home, headNik: head.nik },
    arrivals: people.map(({ nik, name }) => ({ nik, name, ktpSurrendered: true })),
    reporter: { ...(example['reporter'] as object), nik: head.nik, name: head.name },
  };
}

async function introduceBandung(): Promise<void> {
  const { databaseUrl } = testStack();
  const simulatorUrl = await cimahi.in(async () => testStack().simulatorUrl);
  await promisify(execFile)(
    process.execPath,
    [join(repositoryRoot, 'db', 'dist', 'cli', 'introduce-residents.js')],
    { env: { ...process.env, DATABASE_URL: databaseUrl, DUKCAPIL_URL: simulatorUrl } },
  );
}

it('a family that leaves one city arrives in the other, once, with its numbers', async () => {
  const { operator, supervisor, home } = await peopleOfCimahi();

  const gone = await moveOut(home);
  expect(await posted(gone.id)).toBe(-gone.niks.length);
  const family = await peopleOf(gone.niks);
  expect(family.map(({ status }) => status)).toEqual(gone.niks.map(() => 'moved-out'));
  // The national database, which the two stacks' simulators play each for itself, knows everybody.
  await introduceBandung();

  await cimahi.in(async () => {
    const arrival = await arrivalOf(family, { letter: gone.letter, home, operator: operator.username });
    const { id } = await submit('arrival', arrival, operator.username);
    await decide({ reportId: id, step: 'review', user: supervisor.username, outcome: 'approve' });
    await untilStatusSeenBy(operator.username, id, 'completed');

    expect(await posted(id)).toBe(gone.niks.length);
    expect((await peopleOf(gone.niks)).map(({ nik, status }) => [nik, status])).toEqual(
      family.map(({ nik }) => [nik, 'active']),
    );

    // The letter is used up: whoever comes with it again is told so by the rule, and nothing is posted.
    const again = await submit('arrival', arrival, operator.username);
    const returned = await untilStatusSeenBy(operator.username, again.id, 'returned');
    expect(returned.findings.map(({ code }) => code)).toContain('D02');
    expect(await posted(again.id)).toBe(0);
  });

  await untilStatus(gone.id, 'completed');
  const members = await appQuery<{ confirmed: boolean; status: string }>(
    `select m.confirmed_at is not null as confirmed, l.status from registry.move_letter l
     join registry.move_letter_member m on m.letter_id = l.id where l.number = $1`,
    [gone.letter],
  );
  expect(members).toEqual(gone.niks.map(() => ({ confirmed: true, status: 'used' })));
  // Each was asked once more than it had to be, for the answer that never came, and had no second effect.
  const times = (action: string) => heard.filter((one) => one === action).length;
  expect(times('reserve')).toBe(2);
  expect(times('confirm')).toBe(gone.niks.length + 1);
  expect(await actsOn(gone.id)).toEqual(['letter.reserve', ...gone.niks.map(() => 'letter.confirm')]);
}, 240_000);

it('a family comes in two parts on one letter, and the move is over when the second is there', async () => {
  const { operator, supervisor, verifier, home } = await peopleOfCimahi();
  const gone = await moveOut(home);
  const family = await peopleOf(gone.niks);
  const spouse = family.filter(({ relation }) => relation === 3);
  const others = family.filter(({ relation }) => relation !== 3);
  expect([spouse.length, others.length > 0]).toEqual([1, true]);
  await introduceBandung();
  const arrive = async (people: readonly Person[], { inPart }: { inPart: boolean }) => {
    const arrival = await arrivalOf(people, { letter: gone.letter, home, operator: operator.username });
    const { id } = await submit('arrival', arrival, operator.username);
    await decide({ reportId: id, step: 'review', user: supervisor.username, outcome: 'approve' });
    if (inPart) {
      await decide({
        ...{ reportId: id, step: 'special', user: verifier.username, outcome: 'approve' },
        note: 'Pasangan menyusul setelah urusan pekerjaan selesai',
      });
    }
    const { findings } = await untilStatusSeenBy(operator.username, id, 'completed');
    expect(findings.some(({ code }) => code === 'D08')).toBe(inPart);
    return posted(id);
  };

  expect(await cimahi.in(() => arrive(others, { inPart: true }))).toBe(others.length);
  expect(await openSteps(gone.id)).toContain('await_arrival');
  expect(await cimahi.in(async () => (await peopleOf(gone.niks)).length)).toBe(others.length);

  expect(await cimahi.in(() => arrive(spouse, { inPart: false }))).toBe(1);
  await untilStatus(gone.id, 'completed');
  expect(await actsOn(gone.id)).toEqual([
    ...['letter.reserve', ...others.map(() => 'letter.confirm')],
    ...['letter.reserve', 'letter.confirm'],
  ]);
}, 300_000);

it('a city sees and touches only the letters that lead to it', async () => {
  const { id } = await submitExample('move');
  const letter = { nomor: (await letterOf(id)).letter };
  const ask = (action: string, body: object, by = secret) => {
    const text = JSON.stringify(body);
    return anonymous()
      .post(`/api/v1/inbound/skpwni/${action}`)
      .set('content-type', 'application/json')
      .set('X-Siak-Signature', siakSignature(by, text))
      .send(text);
  };
  const reservation = { ...letter, reservationId: 'cimahi-1' };
  for (const [action, body] of [
    ['lookup', letter],
    ['reserve', reservation],
    ['confirm', reservation],
    ['release', reservation],
  ] as const) {
    expect((await ask(action, { ...body, action })).status, action).toBe(404);
    // What was signed for one thing serves for nothing else.
    const other = action === 'confirm' ? 'release' : 'confirm';
    expect((await ask(action, { ...body, action: other })).status, action).toBe(401);
    expect((await ask(action, body, 'somebody-elses-secret')).status, action).toBe(401);
  }
  // SIAK speaks for every office.
  const siak = testStack().env['SIAK_SECRET']!;
  const { body } = await ask('lookup', letter, siak).expect(200);
  expect(body).toMatchObject({ ...letter, status: 'TERBIT' });
}, 120_000);
