/** Why a table cannot be used: at compile time (the model is at fault) or at evaluation (facts and table disagree). */
export class TableError extends Error {
  constructor(
    readonly code: 'INVALID_TABLE' | 'UNKNOWN_DECISION' | 'MISSING_FACT' | 'NOT_UNIQUE',
    readonly decision: string,
    message: string,
  ) {
    super(`decision ${decision}: ${message}`);
    this.name = 'TableError';
  }
}
