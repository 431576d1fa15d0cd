/** Calls left of today's quota, as the last answer said. `limit` is the contract's, or the most ever seen when unknown. */
export interface Quota {
  left: number;
  limit: number;
}

const WARN_BELOW = 0.2;

/** Watches `quotaLimiter` and warns once each time it falls below 20 % (DOMAIN.md 5). */
export class QuotaWatch {
  private current: Quota | null = null;
  private warned = false;

  constructor(
    private readonly contractLimit: number | null,
    private readonly onLow: (quota: Quota) => void,
  ) {}

  get quota(): Quota | null {
    return this.current;
  }

  saw(left: number): void {
    this.current = { left, limit: this.contractLimit ?? Math.max(left, this.current?.limit ?? 0) };
    const low = left < WARN_BELOW * this.current.limit;
    if (low && !this.warned) this.onLow(this.current);
    this.warned = low;
  }
}
