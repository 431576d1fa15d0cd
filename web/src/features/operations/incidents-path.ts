/** Those incidents that a number counts: what narrows the page narrows them as well. */
export interface Counted {
  /** One by one; else by their cause. */
  view?: 'list';
  /** Empty or absent: not narrowed. */
  area?: string;
  type?: string;
  step?: string;
}

export function incidentsPath(counted: Counted): string {
  const query = Object.entries(counted).filter(([, value]) => value !== '');
  return query.length === 0 ? '/incidents' : `/incidents?${new URLSearchParams(query).toString()}`;
}
