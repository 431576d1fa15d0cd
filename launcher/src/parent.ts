import { readFileSync } from 'node:fs';

/**
 * Calls `gone` when the npm that started us was killed: nobody could stop us with Ctrl-C any more, and the next
 * `npm start` would find us in its way. Between npm and us there may be a shell, which does not tell us. Without npm above
 * us nothing is watched.
 */
export function watchParent(gone: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** Pids of parent and grandparent; where the system does not show the latter, of the parent. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return `${parent} ${grandparent}`;
  } catch {
    return String(parent);
  }
}
