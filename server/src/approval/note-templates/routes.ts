import {
  addNoteTemplate,
  MOST_NOTE_TEMPLATES,
  noteTemplates,
  removeNoteTemplate,
} from '@lampid/db/approval/note-templates';
import { recordAudit } from '@lampid/db/kernel/audit';
import { newId } from '@lampid/db/kernel/new-id';
import { cityOf } from '@lampid/domain/areas';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound } from '../../http/problem.js';
import { defineRoute, type Route } from '../../http/route.js';
import { z } from '../../http/zod.js';

const MAX_LETTERS = 500;
const templateSchema = z.object({ id: z.uuid(), note: z.string() }).openapi('NoteTemplate');

/** What an officer gives as a reason with one key, for all cases alike: it may name nobody. */
const NUMBER_OF_A_PERSON = /\d[\d .-]{10,}\d/;

const FAULTS = {
  NUMBER: {
    id: 'Alasan siap pakai tidak boleh memuat NIK, nomor KK, atau nomor lain milik seseorang',
    en: 'A ready reason may not hold a NIK, a KK number or another number of a person',
  },
  KNOWN: { id: 'Alasan ini sudah ada', en: 'This reason is there already' },
  FULL: {
    id: `Sudah ada ${MOST_NOTE_TEMPLATES} alasan; hapus yang jarang dipakai lebih dahulu`,
    en: `There are ${MOST_NOTE_TEMPLATES} reasons; remove one that is seldom used first`,
  },
};

const refused = (code: keyof typeof FAULTS) => invalidInput([inputFault(code, 'note', FAULTS[code])]);

export function noteTemplateRoutes(deps: Deps): Route[] {
  const service = 'approval' as const;
  const path = '/api/v1/note-templates';
  return [
    defineRoute({
      ...{ service, path, method: 'get', access: 'note-template:read' },
      summary: 'Reasons that the officers of the caller’s city give often',
      reply: z.object({ items: z.array(templateSchema) }),
      handle: async ({ caller }) => ({
        body: { items: await noteTemplates(deps.db, cityOf(caller.areaCode)) },
      }),
    }),
    defineRoute({
      ...{ service, path, method: 'post', access: 'note-template:manage', status: 201 },
      summary: 'Keep a reason for the officers of the city',
      body: z.strictObject({ note: z.string().trim().min(1).max(MAX_LETTERS) }),
      reply: templateSchema,
      async handle({ caller, body: { note } }) {
        if (NUMBER_OF_A_PERSON.test(note)) throw refused('NUMBER');
        const template = { id: newId(), note };
        const city = cityOf(caller.areaCode);
        await deps.db.transaction(async (tx) => {
          const became = await addNoteTemplate(tx, { ...template, city, madeBy: caller.username });
          if (became !== 'added') throw refused(became === 'known' ? 'KNOWN' : 'FULL');
          await recordAudit(tx, {
            ...{
              actor: caller.username,
              action: 'note-template.added',
              object: `note-template:${template.id}`,
            },
          });
        });
        return { body: template };
      },
    }),
    defineRoute({
      ...{ service, path: `${path}/{id}`, method: 'delete', access: 'note-template:manage', status: 204 },
      summary: 'Remove a reason of the city',
      params: z.object({ id: z.uuid() }),
      async handle({ caller, params: { id } }) {
        await deps.db.transaction(async (tx) => {
          if (!(await removeNoteTemplate(tx, { id, city: cityOf(caller.areaCode) }))) throw notFound();
          await recordAudit(tx, {
            ...{ actor: caller.username, action: 'note-template.removed', object: `note-template:${id}` },
          });
        });
        return { body: undefined };
      },
    }),
  ];
}
