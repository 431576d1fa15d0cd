/** The contract (OpenAPI 3.1), made from the very schemas that the routes check with, and the event types' own. */
import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { EventDefinition } from '@lampid/processes/define-event';
import { PROBLEMS, type ProblemCode } from './problem.js';
import type { Route } from './route.js';
import { z } from './zod.js';

const text = z.object({ id: z.string(), en: z.string() });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    titles: text,
    details: text,
    instance: z.string().optional(),
    traceId: z.string().optional(),
    errors: z
      .array(
        z.object({
          code: z.string(),
          field: z.string().nullable(),
          severity: z.enum(['E', 'A', 'L', 'W']),
          message: text,
        }),
      )
      .optional(),
  })
  .openapi('Problem');

const TAGS: Record<string, string> = {
  identity: 'Masuk / Sign-in',
  reporting: 'Laporan / Reports',
  registry: 'Penduduk / Registry',
  approval: 'Tugas / Tasks',
  integration: 'SIAK dan kota lain / Inbound',
  notification: 'Pesan / Messages',
  statistics: 'Rekap / Statistics',
  audit: 'Jejak / Audit',
  modeling: 'Proses / Processes',
};

export function openApiDocument(options: {
  routes: Route[];
  events: EventDefinition[];
  publicUrl: string;
}): Record<string, unknown> {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'lampid.sid',
  });
  for (const route of options.routes) registry.registerPath(pathOf(route));
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'e-LAMPID',
      version: '1.0.0',
      description:
        'Pelaporan lahir, mati, pindah, dan datang. Civil registration of births, deaths, moves and arrivals. ' +
        'Errors are RFC 9457 problem documents in both languages.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: options.publicUrl }],
  });
  return withEventTypes(document as unknown as Document, options.events) as unknown as Record<
    string,
    unknown
  >;
}

function pathOf(route: Route): Parameters<OpenAPIRegistry['registerPath']>[0] {
  const status = String(route.status ?? 200);
  const content = route.reply
    ? { content: { [route.binary ?? 'application/json']: { schema: route.reply } } }
    : route.binary
      ? { content: { [route.binary]: { schema: { type: 'string' as const, format: 'binary' } } } }
      : {};
  const headers = Object.entries(route.headers ?? {});
  return {
    method: route.method,
    path: route.path,
    operationId: operationId(route),
    tags: [TAGS[route.service] ?? route.service],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(route.access !== 'public' && { security: [{ bearer: [] }, { session: [] }] }),
    ...(headers.length > 0 && {
      parameters: headers.map(([name, { description, required }]) => ({
        in: 'header' as const,
        name,
        description,
        required,
        schema: { type: 'string' as const },
      })),
    }),
    request: {
      ...(route.params && { params: route.params }),
      ...(route.query && { query: route.query }),
      ...(route.body && {
        body: { required: true, content: { 'application/json': { schema: route.body } } },
      }),
      ...(route.rawBody && {
        body: { required: true, content: { 'application/json': { schema: route.rawBody } } },
      }),
      ...(route.multipart && { body: multipartBody(route.multipart) }),
    },
    responses: { [status]: { description: 'OK', ...content }, ...problemResponses(route) },
  } as Parameters<OpenAPIRegistry['registerPath']>[0];
}

function multipartBody({ field, maxFiles }: NonNullable<Route['multipart']>) {
  const file = { type: 'string' as const, format: 'binary' };
  const files = maxFiles === 1 ? file : { type: 'array' as const, items: file };
  return {
    required: true,
    content: {
      'multipart/form-data': { schema: { type: 'object' as const, properties: { [field]: files } } },
    },
  };
}

/** Every route may answer what its access and its input make possible; `problems` adds its own. */
function problemResponses(route: Route) {
  const codes: ProblemCode[] = [...(route.problems ?? [])];
  if (route.access !== 'public') codes.push('not-signed-in', 'wrong-role');
  if (route.body) codes.push('malformed-json');
  if (route.body || route.query) codes.push('invalid-input');
  if (route.params) codes.push('not-found');
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    const { status, title } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), title.en]);
  }
  const entries = [...byStatus].map(([status, titles]) => [
    String(status),
    { description: titles.join('; '), content: { 'application/problem+json': { schema: problemSchema } } },
  ]);
  return Object.fromEntries(entries) as Record<string, object>;
}

function operationId({ method, path }: Route): string {
  const words = path
    .replace('/api/v1/', '')
    .split(/[/{}-]+/)
    .filter(Boolean);
  return [method, ...words.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('');
}

interface Document {
  components?: { schemas?: Record<string, unknown> };
  paths?: Record<string, unknown>;
}

/** `data` of a report is one of the event types' schemas, as found when the server started. */
function withEventTypes(document: Document, events: EventDefinition[]): Document {
  const schemas = Object.fromEntries(
    events.map((event) => {
      const { $schema: _, ...schema } = z.toJSONSchema(event.schema, { unrepresentable: 'any' });
      return [`Data.${event.id}`, { title: `${event.names.id} / ${event.names.en}`, ...schema }];
    }),
  );
  const oneOf = Object.keys(schemas).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const known = document.components?.schemas ?? {};
  for (const schema of Object.values(known)) {
    const { properties } = schema as { properties?: Record<string, unknown> };
    if (properties?.['data'] && (schema as { 'x-report-data'?: boolean })['x-report-data'])
      properties['data'] = { anyOf: oneOf };
  }
  return { ...document, components: { ...document.components, schemas: { ...known, ...schemas } } };
}
