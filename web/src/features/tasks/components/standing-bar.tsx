import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import type { Task } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useNames } from '../../officers/use-names.js';
import { useClaimTask } from '../api/claim-task.js';
import { listOf } from '../list-of.js';
import type { Standing } from '../standing-of.js';
import { taskWords } from '../words.js';
import { GiveBack } from './give-back.js';

interface StandingBarProps {
  task: Task;
  standing: Standing;
  onChanged(): void;
}

/** Why nothing can be decided on this page (yet): it waits to be taken, somebody has it, it is for others, or it is over. */
export function StandingBar({ task, standing, onChanged }: StandingBarProps) {
  const words = useWords(taskWords);
  const nameOf = useNames();
  const { username } = useOfficer();
  switch (standing.kind) {
    case 'free':
      return <ClaimBar taskId={task.id} onChanged={onChanged} />;
    case 'taken':
      return <Alert type="warning" showIcon title={words.takenBy(nameOf(standing.by))} className="bar" />;
    case 'others':
      return <Alert type="info" showIcon title={words.forOthers} className="bar" />;
    case 'own-report':
      return (
        <Alert
          type="warning"
          showIcon
          className="bar"
          title={words.ownReport}
          // Taken together with others, before anybody looked whose report it is.
          action={task.assignee === username && <GiveBack taskId={task.id} onReleased={onChanged} />}
        />
      );
    case 'over':
      return <OverBar task={task} decision={standing.decision} />;
    default:
      return null;
  }
}

function OverBar({ task, decision }: { task: Task; decision: Task['decisions'][number] | null }) {
  const words = useWords(taskWords);
  const text = useText();
  const { language } = useLanguage();
  const nameOf = useNames();
  const list = listOf(useLocation().state);
  const label = decision && task.labels[decision.outcome];
  return (
    <Alert
      type="info"
      showIcon
      className="bar"
      title={
        decision
          ? words.overBy(
              label ? text(label) : decision.outcome,
              nameOf(decision.decidedBy),
              formatInstant(decision.decidedAt, language),
            )
          : words.overByItself
      }
      description={decision?.note && <div className="return-note">{decision.note}</div>}
      action={<Link to={{ pathname: '/tasks', search: list }}>{words.toList}</Link>}
    />
  );
}

function ClaimBar({ taskId, onChanged }: { taskId: string; onChanged(): void }) {
  const words = useWords(taskWords);
  const claim = useClaimTask();
  const button = useRef<HTMLButtonElement>(null);
  // Who works by keyboard takes it with Enter, and decides with a digit: the next one opens by itself.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className="bar">
      <Alert
        type="info"
        showIcon
        title={words.claimFirst}
        action={
          <Button
            ref={button}
            type="primary"
            loading={claim.isPending}
            onClick={() => claim.mutate(taskId, { onSettled: onChanged })}
          >
            {words.claimThis}
          </Button>
        }
      />
      {claim.error && <ProblemAlert error={claim.error} />}
    </div>
  );
}
