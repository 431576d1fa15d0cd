/** Reasons that a city keeps for its officers: made and removed by its admin or analyst, read by who decides. */
import { afterEach, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import type { DemoUser } from '../src/support/token.js';

const PATH = '/api/v1/note-templates';
const made: string[] = [];

async function add(user: DemoUser, note: unknown) {
  const answer = await (await as(user)).post(PATH).send({ note });
  if (answer.status === 201) made.push(answer.body.id as string);
  return answer;
}
const notesOf = async (user: DemoUser) => {
  const { body } = await (await as(user)).get(PATH).expect(200);
  return (body.items as { note: string }[]).map(({ note }) => note);
};

afterEach(async () => {
  const admin = await as('admin.bandung');
  for (const id of made.splice(0)) await admin.delete(`${PATH}/${id}`);
});

it('are read by who decides, in the order of their making, and gone once removed; both is written down', async () => {
  const [first, second] = [
    `KK belum diunggah ${Date.now().toString(36)}`,
    `Nama ibu tidak terbaca ${Date.now().toString(36)}`,
  ];
  const { body } = await add('admin.bandung', `  ${first} `);
  expect(body.note).toBe(first);
  expect((await add('analyst', second)).status).toBe(201);
  const seen = await notesOf('supervisor.coblong');
  expect(seen.filter((note) => [first, second].includes(note))).toEqual([first, second]);

  const analyst = await as('analyst');
  await analyst.delete(`${PATH}/${body.id}`).expect(204);
  await analyst.delete(`${PATH}/${body.id}`).expect(404);
  expect(await notesOf('operator.dago')).not.toContain(first);
  const { body: audit } = await (await as('auditor')).get('/api/v1/audit?actor=analyst&limit=20').expect(200);
  const acts = audit.items as { action: string; object: string }[];
  expect(acts.filter(({ object }) => object === `note-template:${body.id}`)).toMatchObject([
    { action: 'note-template.removed' },
  ]);
});

it('name nobody, are there once, and are words', async () => {
  const codeOf = async (note: unknown) => {
    const { status, body } = await add('admin.bandung', note);
    expect(status).toBe(422);
    return (body.errors as { code: string; message: { id: string; en: string } }[])[0]!;
  };
  expect(await codeOf('NIK 3273020101909001 tidak cocok')).toMatchObject({ code: 'NUMBER' });
  expect(await codeOf('KK 3273 0201 0190 9001')).toMatchObject({ code: 'NUMBER' });
  const note = `Berkas buram ${Date.now().toString(36)}`;
  expect((await add('admin.bandung', note)).status).toBe(201);
  expect(await codeOf(note.toUpperCase())).toMatchObject({
    ...{ code: 'KNOWN', message: { id: 'Alasan ini sudah ada', en: 'This reason is there already' } },
  });
  await codeOf('   ');
  await codeOf('x'.repeat(501));
});

it('are no more than one looks through, and of one city', async () => {
  const there = (await notesOf('admin.bandung')).length;
  const answers = await Promise.all(
    Array.from({ length: 44 - there }, (_, n) =>
      add('admin.bandung', `Alasan ${n} ${Date.now().toString(36)}`),
    ),
  );
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(4);
  for (const { status, body } of refused) {
    expect(status).toBe(422);
    expect(body.errors[0].code).toBe('FULL');
  }
});

it('are kept by an admin or analyst only, and seen by nobody outside of the office', async () => {
  for (const user of ['operator.dago', 'supervisor.coblong', 'kadis.bandung', 'auditor'] as const)
    expect((await add(user, 'Alasan')).status).toBe(403);
  for (const user of ['rt01.dago', 'warga.dago', 'auditor'] as const)
    await (await as(user)).get(PATH).expect(403);
});
