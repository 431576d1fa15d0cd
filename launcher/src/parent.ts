/**
 * Calls `gone` when the npm that started us was killed: nobody could stop us with Ctrl-C any more, and the next
 * `npm start` would find us in its way. Without npm above us nothing is watched.
 */
export function watchParent(gone: () => void): void {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}
