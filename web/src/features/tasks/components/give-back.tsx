import { Button } from 'antd';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { useUnclaimTask } from '../api/claim-task.js';
import { taskWords } from '../words.js';

/** Of a task of one's own: back to the queue. */
export function GiveBack({ taskId, onReleased }: { taskId: string; onReleased(): void }) {
  const words = useWords(taskWords);
  const unclaim = useUnclaimTask();
  return (
    <>
      <Button
        type="link"
        size="small"
        loading={unclaim.isPending}
        onClick={() => unclaim.mutate(taskId, { onSettled: onReleased })}
      >
        {words.unclaim}
      </Button>
      {unclaim.error && <ProblemAlert error={unclaim.error} />}
    </>
  );
}
