/** One spelling for paths in a report's data: `movers[0].nik`, `movers.0.nik` and `['movers', 0, 'nik']` are the same field. */
export function pathKey(path: string | readonly (string | number)[]): string {
  if (typeof path !== 'string') return path.join('.');
  return path
    .replace(/^data\./, '')
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^\./, '');
}

/** True when `path` is the field itself or something inside of it. */
export function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}
