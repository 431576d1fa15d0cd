/**
 * What the tables ask of the attached documents, told by asking them: a rule about documents that strikes when nothing is attached is a
 * requirement, and the kinds that each silence it alone are its alternatives. Nothing else names them, so what a page calls fulfilled is
 * what the tables accept, also after an analyst has changed them.
 */
import type { Finding } from './finding.js';

export interface DocumentRequirement extends Pick<Finding, 'code' | 'severity' | 'message' | 'legalBasis'> {
  /** Kinds of which one is enough, in the order of the event type. */
  alternatives: string[];
  /** The rule is silent with what is attached. */
  fulfilled: boolean;
}

export interface DocumentQuestion {
  /** Kinds that the event type knows. */
  kinds: readonly string[];
  /** Kinds that are attached. */
  attached: readonly string[];
  /** What the rules about documents find with these kinds attached and everything else as it is. */
  judge(attached: string[]): Finding[];
}

/** In the order of the tables. A rule that no single kind silences is not told: its finding says what is missing. */
export function documentRequirements({ kinds, attached, judge }: DocumentQuestion): DocumentRequirement[] {
  const asked = new Map(judge([]).map((finding) => [keyOf(finding), finding]));
  if (asked.size === 0) return [];
  const struckWith = (of: string[]) => new Set(judge(of).map(keyOf));
  const struckBy = kinds.map((kind) => ({ kind, struck: struckWith([kind]) }));
  const now = struckWith([...attached]);
  return [...asked].flatMap(([key, { code, severity, message, legalBasis }]) => {
    const alternatives = struckBy.filter(({ struck }) => !struck.has(key)).map(({ kind }) => kind);
    if (alternatives.length === 0) return [];
    return [{ code, severity, message, legalBasis, alternatives, fulfilled: !now.has(key) }];
  });
}

/** A rule of several rows says one thing; of several documents it says one of each. */
const keyOf = ({ code, message }: Pick<Finding, 'code' | 'message'>) => `${code} ${message.id}`;
