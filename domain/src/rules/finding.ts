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
