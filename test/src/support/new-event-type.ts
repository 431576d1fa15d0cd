import { strFromU8, unzipSync } from 'fflate';
import { as } from './api.js';

/** Answers for a template, with an id and a ticket letter that nobody else has now. */
export async function newTypeAnswers(changed: Record<string, unknown> = {}) {
  const { body } = await (await as('analyst')).get('/api/v1/event-templates').expect(200);
  return {
    template: 'letter',
    id: `surat-${crypto.randomUUID().slice(0, 8)}`,
    ticketLetter: (body.freeTicketLetters as string[]).at(-1)!,
    names: { id: 'Surat domisili', en: 'Letter of residence' },
    description: { id: 'Menerangkan tempat tinggal warga', en: 'States where a resident lives' },
    reportedBy: ['operator', 'citizen'],
    attachments: [
      {
        ...{ kind: 'pengantar-rt', required: true },
        names: { id: 'Surat pengantar RT', en: 'Letter of the RT' },
      },
    ],
    letter: { names: { id: 'Surat keterangan domisili', en: 'Statement of residence' } },
    specialDecision: 'none',
    law: { basis: 'Perwal 12/2024', since: '2024-05-01' },
    ...changed,
  };
}

export const makeNewType = async (
  answers: object,
  user: 'analyst' | 'auditor' | 'admin.bandung' = 'analyst',
) => (await as(user)).post('/api/v1/event-templates/drafts').send(answers);

/** The files of a draft's folder, by their path in it. */
export async function exportedFolder(
  draftId: string,
  user: 'analyst' | 'auditor' = 'analyst',
): Promise<Record<string, string>> {
  const zip = await (
    await as(user)
  )
    .get(`/api/v1/model-drafts/${draftId}/folder.zip`)
    .buffer(true)
    .parse((stream, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  return Object.fromEntries(
    Object.entries(unzipSync(zip.body as Buffer)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
}
