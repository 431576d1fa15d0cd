import { until, type Ask } from './ask.js';

/** A fresh birth, reported and checked; answers when its supervisor has the task. */
export async function waitingBirth(operator: Ask, supervisor: Ask): Promise<{ id: string; taskId: string }> {
  const types = await operator<{ items: { id: string; example: unknown }[] }>('GET', '/api/v1/event-types');
  const data = types.items.find(({ id }) => id === 'birth')!.example;
  const { id } = await operator<{ id: string }>('POST', '/api/v1/reports', { type: 'birth', data });
  const task = await until(async () => {
    const { items } = await supervisor<{ items: { id: string }[] }>('GET', `/api/v1/tasks?reportId=${id}`);
    return items[0];
  });
  return { id, taskId: task.id };
}
