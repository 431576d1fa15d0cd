/** What `seed` was asked for, on its command line or by the environment. */
import { parseArgs } from 'node:util';

export interface SeedOptions {
  /** Look first, and do nothing when people are there. */
  ifEmpty: boolean;
  referenceOnly: boolean;
  /** People in the register afterwards; null: the demonstration of a first start. */
  residents: number | null;
  /** Seeded reports of the past months in all; null likewise. */
  reports: number | null;
}

/** One line in both languages: the message of the error. */
export class SeedRefused extends Error {
  override name = 'SeedRefused';
  constructor(id: string, en: string) {
    super(`${id} / ${en}`);
  }
}

const MOST = 10_000_000;
const COUNTS = { residents: 'SEED_RESIDENTS', reports: 'SEED_REPORTS' } as const;
const FLAGS = ['if-empty', 'reference-only'] as const;
const KNOWN: readonly string[] = [...Object.keys(COUNTS), ...FLAGS];
const USAGE = '--residents N --reports M';

/** @throws SeedRefused for anything that it does not know, and for a count that is none */
export function readSeedOptions(args: string[], environment: NodeJS.ProcessEnv): SeedOptions {
  const given = readArguments(args);
  const countOf = (name: keyof typeof COUNTS) => {
    const fromShell = environment[COUNTS[name]] || undefined;
    const text = given.has(name) ? given.get(name) : fromShell;
    return text === undefined ? null : count(given.has(name) ? `--${name}` : COUNTS[name], text);
  };
  const options = {
    ifEmpty: given.has('if-empty'),
    referenceOnly: given.has('reference-only'),
    residents: countOf('residents'),
    reports: countOf('reports'),
  };
  if (options.referenceOnly && (given.has('residents') || given.has('reports'))) {
    throw new SeedRefused(
      '--reference-only tidak menambah penduduk atau laporan',
      '--reference-only adds neither residents nor reports',
    );
  }
  return options;
}

/** Names without their dashes, and the values of those that have one. */
function readArguments(args: string[]): Map<string, string> {
  const { tokens } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(Object.keys(COUNTS).map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' as const }])),
    },
    ...{ strict: false, tokens: true, allowPositionals: true },
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    const text = token.kind === 'option' ? token.rawName : token.kind === 'positional' ? token.value : '--';
    if (token.kind !== 'option' || !KNOWN.includes(token.name)) {
      throw new SeedRefused(`tidak dikenal: ${text} (${USAGE})`, `unknown: ${text} (${USAGE})`);
    }
    const { name, value } = token;
    if (given.has(name)) throw new SeedRefused(`--${name} diberikan dua kali`, `--${name} is given twice`);
    if (value !== undefined && !(name in COUNTS)) {
      throw new SeedRefused(`--${name} tidak memakai nilai`, `--${name} takes no value`);
    }
    given.set(name, value ?? '');
  }
  return given;
}

function count(name: string, text: string): number {
  const value = /^\d{1,8}$/.test(text) ? Number(text) : NaN;
  if (value <= MOST) return value;
  throw new SeedRefused(
    `${name} harus bilangan bulat 0 sampai ${MOST}, bukan '${text}'`,
    `${name} must be a whole number from 0 to ${MOST}, not '${text}'`,
  );
}
