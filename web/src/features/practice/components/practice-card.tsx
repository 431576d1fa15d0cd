import { Alert, Button, Card, Flex } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { LinkButton } from '../../../components/link-button.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { CourseDiagram } from '../../cases/components/course-card.js';
import type { FormHandle } from '../../forms/components/form-viewer.js';
import { LazyForm } from '../../forms/components/lazy-form.js';
import {
  useAnswerPractice,
  usePractice,
  useStartPractice,
  type Practice,
  type PracticeTask,
} from '../api/practice.js';
import { practiceWords } from '../words.js';
import './practice-card.css';

/** The officer's own practice: its task, and where its case stands on the drawing of its model. */
export function PracticeCard() {
  const words = useWords(practiceWords);
  const practice = usePractice();
  const section = useRef<HTMLElement>(null);
  const waits =
    practice.data && (practice.data.practice?.task?.id ?? practice.data.practice?.state ?? 'nothing');
  const waitedFor = useRef(waits);
  useEffect(() => {
    // The button that was pressed has gone with its task: a reader goes on with what comes next.
    if (waitedFor.current !== undefined && waits !== waitedFor.current) section.current?.focus();
    waitedFor.current = waits;
  }, [waits]);
  return (
    <section ref={section} id="practice" aria-label={words.title} tabIndex={-1} className="practice">
      <Card size="small" title={words.title} className="next-card">
        <Flex vertical gap={12}>
          <p className="soft practice-what">{words.what}</p>
          <QueryState query={practice}>
            {({ practice: last }) => <PracticeState practice={last} />}
          </QueryState>
        </Flex>
      </Card>
    </section>
  );
}

function PracticeState({ practice }: { practice: Practice | null }) {
  const words = useWords(practiceWords);
  if (!practice) return <Start label={words.start} primary />;
  const { state, task, history } = practice;
  return (
    <>
      {state === 'finished' && <Alert type="success" showIcon role="status" title={words.finished} />}
      {state === 'lapsed' && <Alert type="info" showIcon title={words.lapsed} />}
      {state === 'running' && !task && (
        <p role="status" className="soft">
          {words.onTheWay}
        </p>
      )}
      {task && <Task key={task.id} task={task} />}
      {history.items.length > 0 && <CourseDiagram history={history} />}
      {state !== 'running' && (
        <Flex gap={8} wrap>
          <LinkButton to="/" type="primary">
            {words.toWork}
          </LinkButton>
          <Start label={words.again} />
        </Flex>
      )}
    </>
  );
}

function Start({ label, primary = false }: { label: string; primary?: boolean }) {
  const start = useStartPractice();
  return (
    <div>
      <Button type={primary ? 'primary' : 'default'} loading={start.isPending} onClick={() => start.mutate()}>
        {label}
      </Button>
      {start.error && <ProblemAlert error={start.error} />}
    </div>
  );
}

/** Made once: the form starts anew for another object. */
const NOTHING_FILLED_IN = {};

function Task({ task }: { task: PracticeTask }) {
  const words = useWords(practiceWords);
  const text = useText();
  const form = useRef<FormHandle>(null);
  const [ready, setReady] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const answer = useAnswerPractice();
  const decide = (outcome: string) => {
    const filled = form.current?.submit();
    if (!filled) return;
    const note = typeof filled['note'] === 'string' ? filled['note'].trim() : '';
    const owesNote = task.noteRequired.includes(outcome) && note === '';
    setFault(owesNote ? words.noteMissing : null);
    if (!owesNote) answer.mutate({ taskId: task.id, outcome, ...(note && { note }) });
  };
  return (
    <section aria-label={text(task.names)} className="practice-task">
      <h2>{text(task.names)}</h2>
      {task.form && (
        <Suspense fallback={<LoadingLines />}>
          <LazyForm
            schema={task.form}
            data={NOTHING_FILLED_IN}
            handle={form}
            onReady={() => setReady(true)}
          />
        </Suspense>
      )}
      {fault && <Alert type="error" showIcon role="alert" title={fault} />}
      <Flex gap={8} wrap>
        {task.outcomes.map((outcome, index) => (
          <Button
            key={outcome}
            type={index === 0 ? 'primary' : 'default'}
            disabled={!ready || answer.isSuccess}
            loading={answer.isPending && answer.variables.outcome === outcome}
            onClick={() => decide(outcome)}
          >
            {text(task.labels[outcome] ?? { id: outcome, en: outcome })}
          </Button>
        ))}
      </Flex>
      {answer.error && <ProblemAlert error={answer.error} />}
    </section>
  );
}
