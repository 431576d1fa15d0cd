import { letterSchema, writeLetter } from '@lampid/db/integration/dukcapil/letter-answer';
import type { Deps } from '../deps.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { acknowledge, acknowledgementSchema } from './acknowledge.js';
import {
  exchangeLetter,
  letterMessageSchema,
  letterQuestionSchema,
  showLetter,
  type LetterAction,
} from './letter-exchange.js';
import { readSigned, type Sender } from './signed-body.js';

const service = 'integration' as const;
const SIGNED = 'Signed: `X-Siak-Signature: sha256=<hex HMAC-SHA256 of the body>`. May be repeated.';
const headers = {
  'X-Siak-Signature': { description: 'sha256=<hex HMAC-SHA256 over the raw body>', required: true },
};

const ACTIONS: Record<LetterAction, string> = {
  reserve: 'Another city reserves our SKPWNI for an arrival',
  confirm: 'Somebody on our SKPWNI arrived there',
  release: 'Another city gives our SKPWNI back',
};

export function integrationRoutes(deps: Deps): Route[] {
  const siak = new Map<Sender, string>([['siak', deps.config.SIAK_SECRET]]);
  const offices = new Map([
    ...siak,
    ...Object.entries(deps.config.CITY_PEERS).map(([city, { secret }]) => [city, secret] as const),
  ]);
  const exchange = (Object.keys(ACTIONS) as LetterAction[]).map((action) =>
    defineRoute({
      ...{ service, method: 'post', path: `/api/v1/inbound/skpwni/${action}`, access: 'public' },
      summary: ACTIONS[action],
      description: SIGNED,
      headers,
      rawBody: letterMessageSchema,
      reply: z.object({ nomor: z.string(), status: z.string(), belumDatang: z.int() }),
      problems: ['bad-signature', 'malformed-json', 'invalid-input', 'not-found', 'state-conflict'],
      handle: async ({ request }) => ({
        body: await exchangeLetter(
          deps,
          action,
          readSigned(request, { secrets: offices, schema: letterMessageSchema }),
        ),
      }),
    }),
  );
  return [
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/inbound/siak', access: 'public' },
      summary: "SIAK's acknowledgement of an event that we posted",
      description: SIGNED,
      headers,
      rawBody: acknowledgementSchema,
      reply: z.object({ correlationId: z.string(), matched: z.boolean() }),
      problems: ['bad-signature', 'malformed-json', 'invalid-input'],
      handle: async ({ request }) => ({
        body: await acknowledge(
          deps,
          readSigned(request, { secrets: siak, schema: acknowledgementSchema }).message,
        ),
      }),
    }),
    defineRoute({
      ...{ service, method: 'post', path: '/api/v1/inbound/skpwni/lookup', access: 'public' },
      summary: 'Another city looks at our SKPWNI that leads there',
      description: SIGNED,
      headers,
      rawBody: letterQuestionSchema,
      reply: letterSchema,
      problems: ['bad-signature', 'malformed-json', 'invalid-input', 'not-found'],
      async handle({ request }) {
        const question = readSigned(request, { secrets: offices, schema: letterQuestionSchema });
        return { body: writeLetter(await showLetter(deps, question)) };
      },
    }),
    ...exchange,
  ];
}
