import { todayJakarta } from '@lampid/domain/dates';
import type { Response } from 'express';
import { noteStandIn } from '../../audit/stand-in-views.js';
import type { Deps } from '../../deps.js';
import { cursorSchema, limitSchema, pageOf } from '../../http/page.js';
import { defineRoute, SENT, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';
import type { Caller } from '../../identity/authorize.js';
import { textSchema } from '../../reporting/report-schemas.js';
import { bookPrinter } from './print-book.js';
import { CELLS, namedPostingSchema, readNames, ROWS } from './names-behind.js';
import { BOOKS, readBook } from './read-book.js';

const tableSchema = z.object({
  caption: textSchema.nullable(),
  head: z.array(
    z.array(z.object({ text: textSchema, columns: z.int().optional(), rows: z.int().optional() })),
  ),
  numbered: z.boolean(),
  lines: z.array(
    z.object({ cells: z.array(z.union([z.string(), z.number()])), strong: z.boolean().optional() }),
  ),
  widths: z.array(z.int()),
});

const bookSchema = z
  .object({
    book: z.enum(BOOKS),
    title: z.string(),
    month: z.string(),
    area: z.string(),
    areaName: z.string(),
    path: z.array(z.string()),
    tables: z.array(tableSchema),
  })
  .openapi('Book');

const monthAndArea = z.object({
  /** Default: this month. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  /** Default: the caller's area. */
  area: z.string().max(13).optional(),
});

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** The monthly report and the books of Permendagri 47/2016: to look at, to print, to count again. */
export function bookRoutes(deps: Deps): Route[] {
  const service = 'statistics' as const;
  const print = bookPrinter();
  const about = (caller: Caller, query: z.output<typeof monthAndArea>) => ({
    caller,
    month: query.month ?? todayJakarta(deps.now()).slice(0, 7),
    area: query.area ?? caller.areaCode,
  });
  return [
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/recap/books/{book}', access: 'recap:read' },
      summary: 'A-9 with its annex, B.2, B.3, sheets per RT, or a line per area below, as tables',
      params: z.object({ book: z.enum(BOOKS) }),
      query: monthAndArea,
      reply: bookSchema,
      async handle({ caller, params, query }) {
        const question = about(caller, query);
        await noteStandIn(deps.db, caller, 'books', question.area);
        return { body: await readBook(deps, { ...question, book: params.book }) };
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/recap/books/{book}/{format}', access: 'recap:read' },
      summary: 'The same as the offices print it: a workbook, or pages with the signature block',
      params: z.object({ book: z.enum(BOOKS), format: z.enum(['xlsx', 'pdf']) }),
      query: monthAndArea,
      binary: 'application/octet-stream',
      problems: ['too-many-requests'],
      async handle({ caller, params, query, response }) {
        const question = about(caller, query);
        await noteStandIn(deps.db, caller, 'books', question.area);
        const book = await readBook(deps, { ...question, book: params.book });
        const today = todayJakarta(deps.now());
        const content = await print({ book, format: params.format, today });
        const fileName = `${book.book}-${book.area}-${book.month}.${params.format}`;
        return sendFile(response, { content, mediaType: MEDIA[params.format], fileName });
      },
    }),
    defineRoute({
      ...{ service, method: 'get', path: '/api/v1/recap/names', access: 'recap:read' },
      summary:
        'The ledger lines that a cell of the A-9 is the sum of, with the people counted, numbers masked',
      query: monthAndArea.extend({
        row: z.enum(ROWS),
        cell: z.enum(CELLS),
        moveClass: z.coerce.number().int().min(1).max(5).optional(),
        rt: z.string().max(3).optional(),
        rw: z.string().max(3).optional(),
        limit: limitSchema,
        cursor: cursorSchema,
      }),
      reply: pageOf(namedPostingSchema).extend({ value: z.int(), lines: z.int() }),
      async handle({ caller, query }) {
        const { row, cell, limit, cursor, moveClass, rt, rw } = query;
        const question = about(caller, query);
        await noteStandIn(deps.db, caller, 'names', question.area);
        return {
          body: await readNames(deps, {
            ...question,
            ...{ row, cell, limit, cursor },
            ...{ moveClass: moveClass ?? null, rt: rt ?? null, rw: rw ?? null },
          }),
        };
      },
    }),
  ];
}

function sendFile(
  response: Response,
  file: { content: Buffer; mediaType: string; fileName: string },
): typeof SENT {
  response
    .set({
      'Content-Type': file.mediaType,
      'Content-Length': String(file.content.length),
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'Cache-Control': 'private, no-store',
    })
    .end(file.content);
  return SENT;
}
