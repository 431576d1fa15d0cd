/** Payloads of the outbox rows that the relay turns into commands of the engine. */
import { z } from 'zod';

const variables = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), processKey: z.string(), variables }),
  z.object({ kind: z.literal('complete'), taskId: z.string(), assignee: z.string(), variables }),
  z.object({
    kind: z.literal('correlate'),
    message: z.string(),
    variables,
    /**
     * When the case ends before anybody waited for the message. `with-case`: then it has no meaning any more (a cancellation).
     * `incident`: somebody outside told us something that found no place; a person must look.
     */
    expires: z.enum(['with-case', 'incident']).default('incident'),
  }),
  z.object({ kind: z.literal('cancel'), caseId: z.string(), reason: z.string() }),
]);

export type Command = z.output<typeof commandSchema>;
/** What an outbox row holds, next to its kind. */
export type CommandPayload<Kind extends Command['kind']> = Omit<
  Extract<z.input<typeof commandSchema>, { kind: Kind }>,
  'kind'
>;
