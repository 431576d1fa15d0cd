/** Official code lists (SIAK-style integers; DOMAIN 7). Names are Indonesian, as printed on documents. */
import lists from './codes/codes.json' with { type: 'json' };

export type CodeList = keyof typeof lists;
export interface Code {
  code: number;
  name: string;
}

export const codeLists: Record<CodeList, readonly Code[]> = lists;

/** Name of a code, or the code itself as text when the list does not hold it. */
export function codeName(list: CodeList, code: number): string {
  return codeLists[list].find((entry) => entry.code === code)?.name ?? String(code);
}

export function isCode(list: CodeList, code: number): boolean {
  return codeLists[list].some((entry) => entry.code === code);
}
