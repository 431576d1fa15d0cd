/** Statements of the hot path are planned once per connection: the big ones take longer to plan than to run. */

const names = new Map<string, string>();

/**
 * Registers the text under a name of its own and answers it. Wherever this very text is then run through a data source, it
 * runs as a prepared statement. For constants only: each name stays on each connection for ever.
 */
export function prepared(name: string, sql: string): string {
  const known = [...names].find(([, other]) => other === name);
  if (known && known[0] !== sql) throw new Error(`two statements are called ${name}`);
  names.set(sql, name);
  return sql;
}

export function preparedName(sql: string): string | undefined {
  return names.get(sql);
}
