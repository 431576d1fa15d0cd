import { as } from './api.js';
import { exampleOf } from './case-pilot.js';
import type { DemoUser } from './token.js';

export interface SentReport extends Record<string, unknown> {
  familyCardNumber: string;
  documents: { kind: string; attachmentId: string }[];
}

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An example's data with files that this caller uploads. */
export async function asSentBy(user: DemoUser, type: string): Promise<SentReport> {
  const data = (await exampleOf(type)) as SentReport;
  const agent = await as(user);
  const documents = await Promise.all(
    data.documents.map(async ({ kind }) => {
      const { body } = await agent
        .post('/api/v1/attachments')
        .attach('file', PIXEL, { filename: `${kind}.png`, contentType: 'image/png' })
        .expect(201);
      return { kind, attachmentId: body.id as string };
    }),
  );
  return { ...data, documents };
}
