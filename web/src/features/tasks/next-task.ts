import type { TaskSummary } from '../../api/wire.js';

/** After a decision: one's own claimed work first, then the oldest that nobody has. Never the one just decided. */
export function nextTask(
  tasks: readonly TaskSummary[],
  { username, decided }: { username: string; decided: string },
): TaskSummary | null {
  const open = tasks.filter((task) => task.id !== decided);
  return (
    open.find((task) => task.assignee === username) ?? open.find((task) => task.assignee === null) ?? null
  );
}
