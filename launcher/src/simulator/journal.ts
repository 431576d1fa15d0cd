import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

interface Line {
  table: string;
  key: string;
  value: unknown;
}

/** A map whose changes survive a restart. Values are JSON and are replaced, never altered in place. */
export interface Table<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  values(): IterableIterator<Value>;
  readonly size: number;
}

/**
 * The simulator's memory: maps, and behind them one append-only file of JSON lines (the last line of a key counts). Lines are
 * written before the caller goes on, so what was answered is remembered after a SIGKILL; a torn last line is dropped.
 */
export class Journal {
  private readonly tables = new Map<string, Map<string, unknown>>();
  private descriptor: number | null = null;

  /** `file` null: memory only. */
  constructor(private readonly file: string | null) {
    if (file === null) return;
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file) ? this.replay(readFileSync(file, 'utf8')) : 0;
    const alive = [...this.tables.values()].reduce((sum, table) => sum + table.size, 0);
    if (lines > 2 * alive + 1_000) this.compact(file);
    this.descriptor = openSync(file, 'a');
  }

  table<Value>(name: string): Table<Value> {
    const entries = this.entriesOf(name);
    return {
      get: (key) => entries.get(key) as Value | undefined,
      set: (key, value) => {
        entries.set(key, value);
        if (this.descriptor !== null) writeSync(this.descriptor, textOf({ table: name, key, value }));
      },
      values: () => entries.values() as IterableIterator<Value>,
      get size() {
        return entries.size;
      },
    };
  }

  /** Forgets everything. */
  clear(): void {
    for (const entries of this.tables.values()) entries.clear();
    if (this.descriptor !== null) ftruncateSync(this.descriptor);
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }

  private replay(text: string): number {
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length && this.file !== null) writeFileSync(this.file, whole);
    let count = 0;
    for (const line of whole.split('\n')) {
      if (line === '') continue;
      const { table, key, value } = JSON.parse(line) as Line;
      this.entriesOf(table).set(key, value);
      count += 1;
    }
    return count;
  }

  private compact(file: string): void {
    const text = [...this.tables].flatMap(([table, entries]) =>
      [...entries].map(([key, value]) => textOf({ table, key, value })),
    );
    writeFileSync(`${file}.new`, text.join(''));
    renameSync(`${file}.new`, file);
  }

  private entriesOf(name: string): Map<string, unknown> {
    const known = this.tables.get(name);
    if (known) return known;
    const fresh = new Map<string, unknown>();
    this.tables.set(name, fresh);
    return fresh;
  }
}

function textOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}
