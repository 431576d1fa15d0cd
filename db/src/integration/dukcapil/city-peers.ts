/** Other cities that run e-LAMPID and are asked directly about their SKPWNI (docs/decisions/019). */
import { z } from 'zod';

const peer = z.strictObject({
  /** Origin of their installation. */
  url: z.url({ protocol: /^https?$/ }),
  /** Shared by the two cities: signs the messages of both directions. */
  secret: z.string().min(16, 'needs at least 16 characters'),
});

const peersSchema = z
  .record(z.string().regex(/^\d{2}\.\d{2}$/, 'must be a city such as 32.77'), peer)
  .refine((peers) => {
    const secrets = Object.values(peers).map(({ secret }) => secret);
    return new Set(secrets).size === secrets.length;
  }, 'every city needs a secret of its own: it says who is speaking');

/** By city, `PP.KK`. */
export type CityPeers = z.output<typeof peersSchema>;

/** The variable `CITY_PEERS`: JSON such as `{"32.77":{"url":"https://lampid.cimahi.example","secret":"..."}}`. */
export const cityPeersVariable = z
  .string()
  .default('{}')
  .transform((text, context): CityPeers => {
    const parsed = peersSchema.safeParse(jsonOrNull(text));
    if (parsed.success) return parsed.data;
    // Which entry is at fault, never what it says: it holds secrets.
    const [issue] = parsed.error.issues;
    context.addIssue(
      `must be JSON {"<city>":{"url","secret"}}; ${issue!.path.join('.') || 'it'}: ${issue!.message}`,
    );
    return z.NEVER;
  });

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
