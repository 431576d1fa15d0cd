import type { DataSource } from 'typeorm';

/**
 * A value per data source that is loaded when first asked for and again when older than `keepMs`: for reference data that
 * every report needs and that changes a few times a year. Callers at the same moment share one load; a failed load is not kept.
 */
export function remembered<Value>(
  keepMs: number,
  load: (dataSource: DataSource) => Promise<Value>,
): { get(dataSource: DataSource): Promise<Value>; forget(dataSource: DataSource): void } {
  const kept = new WeakMap<DataSource, { value: Promise<Value>; until: number }>();
  return {
    get(dataSource) {
      const found = kept.get(dataSource);
      if (found && found.until > Date.now()) return found.value;
      const value = load(dataSource);
      kept.set(dataSource, { value, until: Date.now() + keepMs });
      value.catch(() => {
        if (kept.get(dataSource)?.value === value) kept.delete(dataSource);
      });
      return value;
    },
    forget(dataSource) {
      kept.delete(dataSource);
    },
  };
}
