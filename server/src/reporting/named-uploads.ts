import { z } from '../http/zod.js';

const namedSchema = z.object({ attachmentId: z.uuid() });

/** Uploads that a report's data name; data that is still being worked on may be anything. */
export function namedUploads(data: Record<string, unknown> | null | undefined): string[] {
  const documents: unknown[] = Array.isArray(data?.['documents']) ? data['documents'] : [];
  return documents.flatMap((document) => namedSchema.safeParse(document).data?.attachmentId ?? []);
}
