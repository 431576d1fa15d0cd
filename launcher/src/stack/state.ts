import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const identity = z.object({ pid: z.number().int().positive(), startedAt: z.string() });

const stackState = z.object({
  launcher: identity,
  /** The launcher is on its way out: whoever comes next may wait for it. */
  stopping: z.boolean(),
  children: z.array(identity.extend({ name: z.string() })),
  /** Where people and tests find the parts: `web`, `mail`, `simulator`, `engine`, `workers`, `control`. */
  addresses: z.record(z.string(), z.string()),
  /** The whole environment of our processes, secrets included: run a tool with it and it meets the running stack. */
  env: z.record(z.string(), z.string()),
});

/** `.lampid/stack.json`: what is running now. It outlives a launcher that was killed, so that the next one cleans up. */
export type StackState = z.infer<typeof stackState>;

const secrets = z.object({
  database: z.string(),
  engine: z.string(),
  session: z.string(),
  oidcClient: z.string(),
  siak: z.string(),
  dukcapil: z.string(),
});

/** Made once per data folder, so that sessions and stored credentials survive a restart. */
export type Secrets = z.infer<typeof secrets>;

export class StateFolder {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true, mode: 0o755 });
  }

  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** Null when there is none, or one that an older or broken launcher wrote. */
  read(): StackState | null {
    const parsed = stackState.safeParse(this.#readJson('stack.json'));
    return parsed.success ? parsed.data : null;
  }

  write(state: StackState): void {
    this.#writeJson('stack.json', state);
  }

  clear(): void {
    rmSync(this.file('stack.json'), { force: true });
  }

  secrets(): Secrets {
    const stored = secrets.partial().safeParse(this.#readJson('secrets.json'));
    const known = stored.success ? stored.data : {};
    const fresh = () => randomBytes(24).toString('base64url');
    const all = Object.fromEntries(
      Object.keys(secrets.shape).map((name) => [name, known[name as keyof Secrets] ?? fresh()]),
    ) as Secrets;
    this.#writeJson('secrets.json', all);
    return all;
  }

  #readJson(name: string): unknown {
    if (!existsSync(this.file(name))) return undefined;
    try {
      return JSON.parse(readFileSync(this.file(name), 'utf8'));
    } catch {
      return undefined;
    }
  }

  /** Written beside and renamed: a reader sees the old or the new file, never half of one. */
  #writeJson(name: string, content: unknown): void {
    const partial = this.file(`.${name}.${process.pid}`);
    writeFileSync(partial, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    chmodSync(partial, 0o600);
    renameSync(partial, this.file(name));
  }
}
