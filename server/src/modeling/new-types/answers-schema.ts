/** What an analyst answers, as it is sent and told; what the answers say is judged by `answerFaults`. */
import { ROLES } from '@lampid/domain/roles';
import { TEMPLATE_IDS } from '@lampid/processes/new-event/templates';
import { z } from '../../http/zod.js';

const sentence = (max: number) => z.string().trim().max(max);
const bothLanguages = (max: number) => z.strictObject({ id: sentence(max), en: sentence(max) });

export const answersSchema = z.strictObject({
  id: sentence(100),
  ticketLetter: sentence(5),
  names: bothLanguages(80),
  description: bothLanguages(200),
  reportedBy: z.array(z.enum(ROLES)).max(ROLES.length),
  attachments: z
    .array(z.strictObject({ kind: sentence(40), names: bothLanguages(100), required: z.boolean() }))
    .max(20),
  letter: z.strictObject({ names: bothLanguages(80) }).nullable(),
  specialDecision: z.enum(['none', 'verifikator', 'kadis']),
  law: z.strictObject({ basis: sentence(200), since: sentence(10) }),
});

export const templateIdSchema = z.enum(TEMPLATE_IDS);
