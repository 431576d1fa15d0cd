import { z } from 'zod';

/** Event types that arrive on a letter list the people by NIK in `arrivals`. */
const schema = z.object({ arrivals: z.array(z.object({ nik: z.string() })).min(1) });

/** NIKs of who arrives, in the order of the report. */
export function arrivalsOf(data: unknown): string[] {
  return schema.parse(data).arrivals.map(({ nik }) => nik);
}
