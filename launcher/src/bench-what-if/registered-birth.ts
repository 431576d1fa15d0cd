/** One birth from its report to its end, as the officers do it. */
import { until, type Ask } from '../bench/ask.js';
import { waitingBirth } from '../bench/waiting-birth.js';

/** Answers its id. */
export async function registeredBirth(operator: Ask, supervisor: Ask): Promise<string> {
  const { id, taskId } = await waitingBirth(operator, supervisor);
  await supervisor('POST', `/api/v1/tasks/${taskId}/claim`);
  await supervisor('POST', `/api/v1/tasks/${taskId}/complete`, { outcome: 'approve' });
  await until(async () => {
    const { status } = await operator<{ status: string }>('GET', `/api/v1/reports/${id}`);
    return status === 'completed' || undefined;
  });
  return id;
}
