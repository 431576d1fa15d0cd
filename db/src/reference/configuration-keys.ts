/**
 * What an installation may set, with the value that holds when it did not. What DOMAIN.md marks uncertain is here, not in
 * code.
 */
import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');

export const configurationSchema = z
  .object({
    /** SKPWNI validity: 30, 60 and 100 days are all found in practice (DOMAIN.md 2.3). */
    'moveLetter.validDays': z.int().min(1).max(365).default(100),
    'moveLetter.workingDays': z.boolean().default(true),
    /** Days after expiry until an unused letter is reversed, and during which an arrival needs approval (D03). */
    'moveLetter.graceDays': z.int().min(0).max(365).default(30),
    /** A whole family that leaves the city keeps its KK number (DOMAIN.md 2.6). */
    'card.keepNumberOnWholeMove': z.boolean().default(true),
    /** First serial of a NIK prefix: 1 by law; an installation with synthetic people starts at 9001. */
    'nik.serialStart': z.int().min(1).max(9999).default(1),
    /** First serial of a KK prefix, likewise. */
    'kk.serialStart': z.int().min(1).max(9999).default(1),
    /** The apostrophe in names is no punctuation (rule N04; our reading of Permendagri 73/2022 is that it is). */
    'names.apostropheAllowed': z.boolean().default(false),
    /** Days that the facts of an evaluation are kept for what-if. */
    'whatIf.factsKeptDays': z.int().min(1).max(3650).default(400),
    /** Days that the results of a what-if are kept. */
    'whatIf.resultsKeptDays': z.int().min(1).max(90).default(7),
    /** Working time on Monday to Friday, local time of Asia/Jakarta. */
    'office.opensAt': clock.default('08:00'),
    'office.closesAt': clock.default('16:00'),
  })
  // Whoever counts working time would look for an open office for ever.
  .refine((set) => set['office.opensAt'] < set['office.closesAt'], {
    path: ['office.closesAt'],
    error: 'the office closes after it opens',
  });

export type ConfigurationValues = z.output<typeof configurationSchema>;
export type ConfigurationKey = keyof ConfigurationValues;
