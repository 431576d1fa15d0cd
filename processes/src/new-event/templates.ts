/** What a new event type can be made from: folders in `processes/event-templates`, each a whole event type with example answers. */
import type { z } from 'zod';
import { schema as letterSchema } from '../../event-templates/letter/schema.js';
import { schema as noticeSchema } from '../../event-templates/notice/schema.js';
import type { Role } from '@lampid/domain/roles';
import type { Text } from '@lampid/domain/rules/finding';

export const TEMPLATE_IDS = ['letter', 'notice'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

export interface EventTemplate {
  id: TemplateId;
  names: Text;
  description: Text;
  /** Who may report: its form asks what these roles need. */
  reporters: readonly Role[];
  /** A letter is what it is for. */
  needsLetter: boolean;
  /** Of the reports of every type that is made from it. */
  schema: z.ZodType;
}

export const eventTemplates: readonly EventTemplate[] = [
  {
    id: 'letter',
    names: { id: 'Surat keterangan', en: 'Statement letter' },
    description: {
      id: 'Warga meminta surat tentang dirinya atau keluarganya; data penduduk dibaca, tidak diubah.',
      en: 'A resident asks for a letter about themselves or their family; the register is read, not changed.',
    },
    reporters: ['operator', 'citizen'],
    needsLetter: true,
    schema: letterSchema,
  },
  {
    id: 'notice',
    names: { id: 'Pemberitahuan dengan tanggapan', en: 'Notice with an answer' },
    description: {
      id: 'Sesuatu diberitahukan kepada kelurahan dan diputuskan; surat tanggapan dapat diterbitkan.',
      en: 'The kelurahan is told of something that is decided; a letter of answer may be issued.',
    },
    reporters: ['operator', 'rtrw'],
    needsLetter: false,
    schema: noticeSchema,
  },
];

export const templateOf = (id: TemplateId): EventTemplate =>
  eventTemplates.find((template) => template.id === id)!;
