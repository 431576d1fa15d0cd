/** The value below which `share` (0 to 1) of the values lie, between two neighbours in proportion, as PostgreSQL's `percentile_cont`; to three decimals. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return rounded(below + (above - below) * (place - Math.floor(place)), 3);
}

/** Without the noise of fractions: a dozen digits say no more than three. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
