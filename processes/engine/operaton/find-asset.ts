import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Path of a file that lies beside the TypeScript source; the compiled module runs from `dist/operaton/`. */
export function findAsset(name: string): string {
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  if (existsSync(beside)) return beside;
  return fileURLToPath(new URL(`../../operaton/${name}`, import.meta.url));
}
