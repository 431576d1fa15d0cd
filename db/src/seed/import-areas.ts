import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

/** Kemendagri's areas as npm `idn-area-data` 4.0.1 has them (data: ODbL-1.0, see NOTICE). Level by level: parents first. */
const FILES = ['provinces', 'regencies', 'districts', 'villages'] as const;

const CHUNK = 20_000;

interface Area {
  code: string;
  parent: string | null;
  name: string;
}

/**
 * Makes `reference.area` say what the CSV files say; codes that are no longer in them stay, inactive. Answers how many areas
 * were new or different.
 */
export async function importAreas(tx: Tx): Promise<number> {
  let changed = 0;
  const codes: string[] = [];
  for (const [index, file] of FILES.entries()) {
    const areas = readAreas(file);
    codes.push(...areas.map((area) => area.code));
    for (let start = 0; start < areas.length; start += CHUNK) {
      changed += await upsert(tx, areas.slice(start, start + CHUNK), index + 1);
    }
  }
  const ended = await row<{ count: number }>(
    tx,
    `with ended as (
       update reference.area set active = false, valid_until = coalesce(valid_until, (now() at time zone 'Asia/Jakarta')::date)
       where active and not code = any($1::text[]) returning 1
     ) select count(*)::int as count from ended`,
    [codes],
  );
  return changed + ended!.count;
}

async function upsert(tx: Tx, areas: Area[], level: number): Promise<number> {
  const written = await row<{ count: number }>(
    tx,
    `with written as (
       insert into reference.area as a (code, parent, name, level)
       select code, parent, name, $4 from unnest($1::text[], $2::text[], $3::text[]) as given (code, parent, name)
       on conflict (code) do update
       set name = excluded.name, parent = excluded.parent, active = true, valid_until = null
       where (a.name, a.parent, a.active) is distinct from (excluded.name, excluded.parent, true)
       returning 1
     ) select count(*)::int as count from written`,
    [areas.map((area) => area.code), areas.map((area) => area.parent), areas.map((area) => area.name), level],
  );
  return written!.count;
}

function readAreas(file: (typeof FILES)[number]): Area[] {
  const folder = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'));
  const [, ...lines] = readFileSync(join(folder, 'data', `${file}.csv`), 'utf8').split(/\r?\n/);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = cellsOf(line);
      return file === 'provinces'
        ? { code: cells[0]!, parent: null, name: cells[1]! }
        : { code: cells[0]!, parent: cells[1]!, name: cells[2]! };
    });
}

/** Cells of one CSV line; quoted ones may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return cells.map((cell) => {
    const text = cell.replace(/,$/, '');
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  });
}
