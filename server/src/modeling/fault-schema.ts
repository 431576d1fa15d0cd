import { z } from '../http/zod.js';
import { textSchema } from '../reporting/report-schemas.js';

/** A fault of a bundle, as the lint finds it. */
export const bundleFaultSchema = z.object({
  code: z.string(),
  /** File and, after `#`, element of the model. */
  field: z.string().nullable(),
  severity: z.string(),
  message: textSchema,
});
