/** What a closing case is about. The system starts these cases; nobody reports them. */
import { z } from 'zod';

/** Id of the event type: its cases close months and change nothing in the register. */
export const CLOSING_TYPE = 'monthly-closing';

export const closingData = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** Kelurahan, kecamatan or city. */
  area: z.string().regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/),
});

export type ClosingData = z.infer<typeof closingData>;
