/** DOMAIN.md 3: E error, A needs approval, L late, W warning. */
export type Severity = 'E' | 'A' | 'L' | 'W';

export interface Text {
  id: string;
  en: string;
}

export interface Finding {
  /** Rule code such as `U08`. */
  code: string;
  severity: Severity;
  /** Path in the report's data, e.g. `child.name`, or null. */
  field: string | null;
  message: Text;
  /** Article or document that the rule rests on, in Indonesian; null where the table names none. */
  legalBasis: string | null;
  /** What the rule compared, in the order of the table. */
  compared: ComparedFact[];
}

/** A fact that a rule compared. Never personal: free text (a name, a number of somebody) is left out where it is made. */
export interface ComparedFact {
  /** Its name in the table. */
  fact: string;
  /** What the table calls the column. */
  label: Text;
  value: string | number | boolean | null;
}

/** A fault that no table found: the register or another office said so. */
export function faultFinding(fault: { code: string; field: string | null; text: Text }): Finding {
  const { code, field, text } = fault;
  return { code, severity: 'E', field, message: text, legalBasis: null, compared: [] };
}

/** `hasilValidasi`, UNIQUE: any E wins, then A, then L, then W. */
export type Verdict = 'error' | 'approval' | 'late' | 'warning' | 'valid';

export function verdictOf(findings: readonly Pick<Finding, 'severity'>[]): Verdict {
  const found = new Set(findings.map((finding) => finding.severity));
  if (found.has('E')) return 'error';
  if (found.has('A')) return 'approval';
  if (found.has('L')) return 'late';
  if (found.has('W')) return 'warning';
  return 'valid';
}

/** What the gateways of a model ask about findings: the variables of `validate-report`. */
export interface Outcome {
  verdict: Verdict;
  /** A finding of severity E. */
  hasErrors: boolean;
  /** A finding of severity L or A. */
  needsSpecialDecision: boolean;
}

export function outcomeOf(findings: readonly Pick<Finding, 'severity'>[]): Outcome {
  return {
    verdict: verdictOf(findings),
    hasErrors: findings.some(({ severity }) => severity === 'E'),
    needsSpecialDecision: findings.some(({ severity }) => severity === 'A' || severity === 'L'),
  };
}
