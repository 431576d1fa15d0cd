import { residentLetters } from '@lampid/db/registry/issued-documents';
import { readResident } from '@lampid/db/registry/read-resident';
import { RESIDENT_LETTERS, type ResidentLetterKind } from '@lampid/domain/documents/resident-letters';
import type { Text } from '@lampid/domain/rules/finding';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { assertCovers } from '../identity/authorize.js';
import { issuedDocumentSchema, textSchema } from '../reporting/report-schemas.js';
import { printLetter } from './print-letter.js';
import { createPublicLimit } from '../http/public-limit.js';
import { verifyDocument } from './verify-document.js';

const service = 'registry' as const;
const idParams = z.object({ id: z.uuid() });

const NAMES: Record<ResidentLetterKind, Text> = {
  biodata: { id: 'Biodata penduduk', en: 'Resident biodata' },
  'surat-keterangan': { id: 'Surat keterangan kependudukan', en: 'Statement of residence' },
};

const verificationSchema = z
  .object({
    kind: z.string(),
    names: textSchema,
    office: z.string(),
    issuedOn: z.string(),
    status: z.enum(['valid', 'void', 'superseded']),
    /** The office key's signature is over this content. */
    contentVerified: z.boolean(),
    /** The signed PDF, to compare a file with; null while nobody has opened it. */
    file: z.object({ sha256: z.string(), verified: z.boolean() }).nullable(),
    /** Masked. */
    subject: z.object({ name: z.string(), nik: z.string(), birthYear: z.string() }).nullable(),
  })
  .openapi('DocumentVerification');

export function documentRoutes(deps: Deps): Route[] {
  const spend = createPublicLimit();
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/verify/{code}', access: 'public' },
      summary: 'Whether a document is genuine and how it stands; masked data only, for anybody who holds it',
      // Any text: what is no code is answered like a code that nobody knows, after the same limit.
      params: z.object({ code: z.string().max(100) }),
      reply: verificationSchema,
      problems: ['not-found', 'too-many-requests'],
      async handle({ params, request, response }) {
        await spend(request, response);
        const code = z.uuid().safeParse(params.code).data ?? '00000000-0000-0000-0000-000000000000';
        return { body: await verifyDocument(deps, code) };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/residents/{id}/letters', access: 'document:read' },
      summary: 'What was printed for a resident on demand, latest first',
      params: idParams,
      reply: z.object({ items: z.array(issuedDocumentSchema) }),
      async handle({ caller, params }) {
        const resident = await readResident(deps.db.manager, params.id);
        if (!resident) throw notFound();
        assertCovers(caller, resident.areaCode);
        const letters = await residentLetters(deps.db.manager, params.id);
        return {
          body: {
            items: letters.map((letter) => ({
              ...letter,
              names: NAMES[letter.kind as ResidentLetterKind],
              issuedAt: letter.issuedAt.toISOString(),
              handedOverAt: letter.handedOverAt?.toISOString() ?? null,
              href: `/api/v1/documents/${letter.id}`,
            })),
          },
        };
      },
    }),
    defineRoute({
      ...{
        service,
        method: 'post',
        path: '/api/v1/residents/{id}/letters',
        access: 'document:print',
        status: 201,
      },
      summary: 'Issue a biodata or a statement for a resident; written into the audit log',
      params: idParams,
      body: z.strictObject({
        kind: z.enum(RESIDENT_LETTERS),
        /** What it is for, printed on a statement. */
        purpose: z.string().trim().min(3).max(200).nullish(),
      }),
      reply: z.object({ id: z.uuid(), number: z.string(), href: z.string() }),
      async handle({ caller, params, body }) {
        const { kind, purpose = null } = body;
        const letter = await printLetter(deps, { caller, residentId: params.id, kind, purpose });
        return { body: { ...letter, href: `/api/v1/documents/${letter.id}` } };
      },
    }),
  ];
}
