import { IMPORT_STATES, listImports, type ImportRecord } from '@lampid/db/registry/import/imports';
import { firstRows, KEPT_FAULTS, listFaults, type StagedRow } from '@lampid/db/registry/import/staging';
import { maskDate, maskNumber } from '@lampid/domain/masking';
import type { Response } from 'express';
import type { Deps } from '../../deps.js';
import { cursorSchema, decodeCursor, limitSchema, pageOf, toPage } from '../../http/page.js';
import { defineRoute, SENT, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import { instant, textSchema } from '../../reporting/report-schemas.js';
import { cancelImport, commitImport, requireImport } from './decide-import.js';
import { faultSheet, templateSheet } from './import-to-sheet.js';
import { MAX_FILE_BYTES } from './sheet-archive.js';
import { uploadImport } from './upload-import.js';

const service = 'registry' as const;
const access = 'import:manage' as const;
const idParams = z.object({ id: z.uuid() });
const idSchema = z.object({ id: z.uuid() });
const PREVIEW = 20;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const importSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(IMPORT_STATES),
    createdBy: z.string(),
    createdAt: instant,
    committedBy: z.string().nullable(),
    endedAt: instant.nullable(),
    rowsExpected: z.int().nullable(),
    rowsRead: z.int(),
    rowsWritten: z.int(),
    families: z.int(),
    errors: z.int(),
    warnings: z.int(),
    postingKind: z.enum(['opening', 'adjustment']).nullable(),
    failure: textSchema.nullable(),
  })
  .openapi('Import');

const faultSchema = z
  .object({
    row: z.int(),
    column: z.string().nullable(),
    code: z.string(),
    severity: z.enum(['E', 'W']),
    message: textSchema,
  })
  .openapi('ImportFault');

const previewSchema = z.object({
  row: z.int(),
  cardNumber: z.string(),
  nik: z.string(),
  name: z.string(),
  sex: z.int(),
  /** Year only. */
  birthDate: z.string(),
  relation: z.int(),
  areaCode: z.string(),
});

export function importRoutes(deps: Deps): Route[] {
  const { db } = deps;
  return [
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/imports/template' },
      summary: 'The sheet to fill in, with the official lists of codes',
      binary: XLSX,
      handle: async ({ response }) =>
        sendSheet(response, { content: await templateSheet(), fileName: 'impor-penduduk.xlsx' }),
    }),
    defineRoute({
      ...{ service, access, method: 'post', path: '/api/v1/imports', status: 201 },
      summary: 'Upload a sheet of residents; it is read and checked in the background',
      multipart: { field: 'file', maxBytes: MAX_FILE_BYTES, maxFiles: 1 },
      reply: idSchema,
      problems: ['too-large', 'bad-request', 'state-conflict'],
      async handle({ caller, request }) {
        const [file] = (request.files ?? []) as Express.Multer.File[];
        return { body: { id: await uploadImport(deps, { caller, content: file?.buffer }) } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/imports' },
      summary: 'Imports, newest first',
      query: z.object({ limit: limitSchema, cursor: cursorSchema }),
      reply: pageOf(importSchema),
      async handle({ query: { limit, cursor } }) {
        const after = decodeCursor(cursor, 2);
        const rows = await listImports(db.manager, {
          limit: limit + 1,
          after: after && { createdAt: String(after[0]), id: String(after[1]) },
        });
        return {
          body: toPage({
            ...{ rows, limit, item: importView },
            position: (row) => [row.createdAt.toISOString(), row.id],
          }),
        };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/imports/{id}' },
      summary: 'How far an import is, with its first lines, numbers masked',
      params: idParams,
      reply: importSchema.extend({ preview: z.array(previewSchema) }),
      async handle({ params: { id } }) {
        const found = await requireImport(deps, id);
        const first = await firstRows(db.manager, id, PREVIEW);
        return { body: { ...importView(found), preview: first.map(previewView) } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/imports/{id}/errors' },
      summary: 'What is wrong with the lines, in their order',
      params: idParams,
      query: z.object({ limit: limitSchema, cursor: cursorSchema }),
      reply: pageOf(faultSchema),
      async handle({ params: { id }, query: { limit, cursor } }) {
        await requireImport(deps, id);
        const after = decodeCursor(cursor, 2);
        const rows = await listFaults(db.manager, {
          ...{ id, limit: limit + 1 },
          after: after && { row: Number(after[0]), id: String(after[1]) },
        });
        return {
          body: toPage({
            ...{ rows, limit },
            item: ({ id: _, ...fault }) => fault,
            position: (fault) => [fault.row, fault.id],
          }),
        };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'get', path: '/api/v1/imports/{id}/errors.xlsx' },
      summary: 'The same as a workbook',
      params: idParams,
      binary: XLSX,
      async handle({ params: { id }, response }) {
        await requireImport(deps, id);
        const faults = await listFaults(db.manager, { id, limit: KEPT_FAULTS, after: null });
        const content = await faultSheet(faults);
        return sendSheet(response, { content, fileName: 'kesalahan-impor.xlsx' });
      },
    }),
    defineRoute({
      ...{ service, access, method: 'post', path: '/api/v1/imports/{id}/commit', status: 202 },
      summary: 'Write an import without errors into the register: all of it or nothing',
      params: idParams,
      reply: idSchema,
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params }) {
        await commitImport(deps, { caller, id: params.id });
        return { body: { id: params.id } };
      },
    }),
    defineRoute({
      ...{ service, access, method: 'post', path: '/api/v1/imports/{id}/cancel' },
      summary: 'Drop an import that has not ended; nothing of it is written',
      params: idParams,
      reply: idSchema,
      problems: ['not-found', 'state-conflict'],
      async handle({ caller, params }) {
        await cancelImport(deps, { caller, id: params.id });
        return { body: { id: params.id } };
      },
    }),
  ];
}

function sendSheet(response: Response, file: { content: Buffer; fileName: string }): typeof SENT {
  response
    .set({
      'Content-Type': XLSX,
      'Content-Length': String(file.content.length),
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'Cache-Control': 'private, no-store',
    })
    .end(file.content);
  return SENT;
}

function importView({ attempts: _, createdAt, endedAt, ...found }: ImportRecord) {
  return { ...found, createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

function previewView({ row, person }: StagedRow) {
  const { name, sex, relation, areaCode } = person;
  return {
    ...{ row, name, sex, relation, areaCode },
    cardNumber: maskNumber(person.cardNumber),
    nik: maskNumber(person.nik),
    birthDate: maskDate(person.birthDate),
  };
}
