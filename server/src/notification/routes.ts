import { deskMessages } from '@lampid/db/notification/messages';
import type { Deps } from '../deps.js';
import { limitSchema } from '../http/page.js';
import { defineRoute, type Route } from '../http/route.js';
import { z } from '../http/zod.js';
import { instant } from '../reporting/report-schemas.js';

export function notificationRoutes(deps: Deps): Route[] {
  return [
    defineRoute({
      ...{ service: 'notification', method: 'get', path: '/api/v1/messages', access: 'message:read' },
      summary: "What the process told the caller or the caller's group, newest first",
      query: z.object({ limit: limitSchema }),
      reply: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            reportId: z.uuid().nullable(),
            template: z.string(),
            subject: z.string(),
            body: z.string(),
            createdAt: instant,
          }),
        ),
      }),
      async handle({ caller, query }) {
        const recipients = [caller.username, ...caller.groups];
        const messages = await deskMessages(deps.db, { recipients, limit: query.limit });
        const items = messages.map(({ id, reportId, template, subject, body, createdAt }) => ({
          ...{ id, reportId, template, subject, body },
          createdAt: createdAt.toISOString(),
        }));
        return { body: { items } };
      },
    }),
  ];
}
