import { Alert, Button } from 'antd';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import type { EventType, Task } from '../../../api/wire.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useLooking } from '../api/looking.js';
import { useTask } from '../api/task.js';
import { useUrgeTask } from '../api/urge-task.js';
import { RESUBMIT } from '../resubmit.js';
import { standingOf } from '../standing-of.js';
import { taskWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';
import { Due } from './due.js';
import { FixDesk } from './fix-desk.js';
import { HandTask } from './hand-task.js';
import { ReviewDesk } from './review-desk.js';
import { StandingBar } from './standing-bar.js';
import { UrgedTag } from './urged-tag.js';

export function TaskPage() {
  const { id = '' } = useParams();
  const task = useTask(id, useOfficer().username);
  const eventTypes = useEventTypes();
  return (
    <QueryState query={eventTypes}>
      {(types) => (
        <QueryState query={task}>
          {(found) => (
            <OpenTask
              key={found.id}
              task={found}
              eventType={types.find((type) => type.id === found.type) ?? null}
              onChanged={() => void task.refetch()}
            />
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

interface OpenTaskProps {
  task: Task;
  eventType: EventType | null;
  onChanged(): void;
}

function OpenTask({ task, eventType, onChanged }: OpenTaskProps) {
  const words = useWords(taskWords);
  const text = useText();
  const officer = useOfficer();
  const nameOf = useNames();
  const standing = standingOf(task, officer);
  const isMine = standing.kind === 'mine';
  const isOver = standing.kind === 'over';
  const isFix = task.outcomes.includes(RESUBMIT) && !isOver;
  const others = useLooking(task.id, officer.role !== 'auditor' && !isOver);
  const mayUrge = !isOver && standing.kind !== 'others';
  return (
    <Page
      title={`${text(task.names)}: ${task.title || task.ticket}`}
      lead={
        <>
          {eventType && text(eventType.names)} · <span className="ticket">{task.ticket}</span>{' '}
          {!isOver && <Due at={task.dueAt} />}{' '}
          {task.urgedBy !== null && task.urgedAt !== null && <UrgedTag by={task.urgedBy} at={task.urgedAt} />}
        </>
      }
      actions={
        <>
          {mayUrge && <Urge task={task} />}
          {isMine && <HandTask taskId={task.id} />}
          <LinkButton to={`/cases/${task.reportId}`}>{words.toCase}</LinkButton>
        </>
      }
    >
      {others.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="bar"
          title={words.lookingToo(others.map(({ name }) => name).join(', '))}
        />
      )}
      {isMine && task.handed && (
        <Alert
          type="info"
          showIcon
          className="bar"
          title={words.handedBy(nameOf(task.handed.by))}
          description={task.handed.note}
        />
      )}
      {!isMine && <StandingBar task={task} standing={standing} onChanged={onChanged} />}
      {isFix && eventType && task.form ? (
        <FixDesk task={task} form={task.form} eventType={eventType} isMine={isMine} />
      ) : (
        <ReviewDesk task={task} eventType={eventType} isMine={isMine} onReleased={onChanged} />
      )}
    </Page>
  );
}

function Urge({ task }: { task: Task }) {
  const words = useWords(taskWords);
  const urge = useUrgeTask();
  return (
    <Button loading={urge.isPending} onClick={() => urge.mutate(task)}>
      {task.urgedBy === null ? words.urge : words.calm}
    </Button>
  );
}
