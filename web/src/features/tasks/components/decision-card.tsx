import { Alert, Button, Card } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate } from 'react-router';
import type { Task } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { BeginReport } from '../../corrections/components/begin-report.js';
import type { FormHandle } from '../../forms/components/form-viewer.js';
import { LazyForm } from '../../forms/components/lazy-form.js';
import { useNoteTemplates } from '../../note-templates/api/note-templates.js';
import { withReason } from '../../note-templates/with-reason.js';
import { noteTemplateWords } from '../../note-templates/words.js';
import { usePreference } from '../../preferences/preference.js';
import { useCompleteTask } from '../api/complete-task.js';
import { fetchNext } from '../api/queue.js';
import { decisionData, plainDecisionForm, readDecision, whatIsMissing } from '../decision-form.js';
import { listOf, openedFrom } from '../list-of.js';
import { nextTask } from '../next-task.js';
import { readFilter } from '../queue-filter.js';
import { readSettings } from '../saved-filters.js';
import { taskWords } from '../words.js';
import { GiveBack } from './give-back.js';
import { useToast } from '../../../components/toast.js';
import { LoadingLines } from '../../../components/loading-lines.js';

const ChooseNote = lazy(() => import('../../note-templates/components/choose-note.js'));

interface DecisionCardProps {
  task: Task;
  isMine: boolean;
  /** Fingerprint of the consequences on the page: what is decided on. */
  seen: string | null;
  onReleased(): void;
}

/** The task's own form and a button per outcome of the model. */
export function DecisionCard({ task, isMine, seen, onReleased }: DecisionCardProps) {
  const words = useWords(taskWords);
  const text = useText();
  const toast = useToast();
  const form = useRef<FormHandle>(null);
  const [ready, setReady] = useState(false);
  const templateWords = useWords(noteTemplateWords);
  const [choosing, setChoosing] = useState(false);
  const { data: templates = [] } = useNoteTemplates(isMine && task.noteRequired.length > 0);
  /** What was chosen and is not complete yet: Ctrl Enter chooses it again from the field that was missing. */
  const [wanted, setWanted] = useState<{ outcome: string; fault: string } | null>(null);
  const complete = useCompleteTask();
  const goOn = useGoOn(task.id);
  // Made once: another language must not empty a note that is being written.
  const [data] = useState(() => decisionData(task.data, task.findings, text));

  const labelOf = (outcome: string) => {
    const label = task.labels[outcome];
    return label ? text(label) : outcome;
  };
  const decide = (outcome: string) => {
    const filled = form.current?.submit();
    if (!filled) return;
    const decision = readDecision(filled);
    const missing = whatIsMissing(outcome, decision, task);
    setWanted(missing && { outcome, fault: words[missing.what](labelOf(outcome)) });
    if (missing) {
      form.current?.goTo(missing.field);
      return;
    }
    complete.mutate(
      {
        taskId: task.id,
        outcome,
        ...(decision.note && { note: decision.note }),
        data: {
          ...decision.extra,
          acknowledged: decision.acknowledged,
          ...(decision.reason && { reason: decision.reason }),
          ...(seen !== null && { consequences: seen }),
        },
      },
      {
        onSuccess: () => {
          toast.success(words.decided(labelOf(outcome)));
          void goOn();
        },
      },
    );
  };
  const writeNote = (note: string) => {
    // Nothing behind an open dialog takes the focus.
    flushSync(() => setChoosing(false));
    const whole = withReason(form.current?.read()['note'], note);
    if (form.current?.write('note', whole)) form.current.goTo('note');
  };
  const card = useRef<HTMLElement>(null);
  // The keys work where the focus is: it begins here, and a reader begins with what there is to decide.
  useEffect(() => {
    if (isMine) card.current?.focus({ preventScroll: true });
  }, [isMine]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isMine || !ready || complete.isPending || complete.isSuccess || event.altKey) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && wanted) {
      event.preventDefault();
      decide(wanted.outcome);
      return;
    }
    if (event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    const outcome = task.outcomes[Number(event.key) - 1];
    if (outcome !== undefined) decide(outcome);
    else if (event.key === 't' && templates.length > 0) setChoosing(true);
    else if (event.key === 'r') card.current?.querySelector('textarea')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <section
        ref={card}
        tabIndex={-1}
        aria-label={words.decision}
        className="decision"
        onKeyDown={onKeyDown}
      >
        <Card size="small" title={words.decision}>
          {isMine && (
            <Suspense fallback={<LoadingLines />}>
              <LazyForm
                schema={task.form ?? plainDecisionForm}
                data={data}
                handle={form}
                onReady={() => setReady(true)}
              />
            </Suspense>
          )}
          {isMine && task.begins && (
            <BeginReport
              primary
              type={task.begins.type}
              label={words.makeReport}
              initial={task.begins.data}
              answers={task.reportId}
            />
          )}
          {isMine && ready && templates.length > 0 && (
            <Button block onClick={() => setChoosing(true)}>
              {templateWords.choose}
            </Button>
          )}
          <div className="decision-acts">
            {wanted && <Alert type="error" showIcon role="alert" title={wanted.fault} />}
            {complete.error && <ProblemAlert error={complete.error} />}
            <div className="decision-outcomes">
              {task.outcomes.map((outcome, index) => (
                <Button
                  key={outcome}
                  size="large"
                  type={index === 0 && !task.begins ? 'primary' : 'default'}
                  danger={outcome === 'reject'}
                  disabled={!isMine || !ready || complete.isSuccess}
                  loading={complete.isPending && complete.variables.outcome === outcome}
                  onClick={() => decide(outcome)}
                >
                  {isMine && index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
                  {labelOf(outcome)}
                </Button>
              ))}
            </div>
            {isMine && (
              <div className="decision-foot">
                <span className="soft">{words.keysHere}</span>
                <GiveBack taskId={task.id} onReleased={onReleased} />
              </div>
            )}
          </div>
        </Card>
      </section>
      {/* Beside it: its keys are not those of the decision. */}
      {choosing && (
        <Suspense>
          <ChooseNote templates={templates} onChosen={writeNote} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  );
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');

/** After a decision the next task of the same list opens, unless the officer wants the list; without one the list does. */
function useGoOn(decided: string): () => Promise<void> {
  const words = useWords(taskWords);
  const officer = useOfficer();
  const navigate = useNavigate();
  const list = listOf(useLocation().state);
  const toast = useToast();
  const { openNext } = usePreference('tasks', readSettings).value;
  return async () => {
    const { items } = openNext ? await fetchNext(readFilter(new URLSearchParams(list))) : { items: [] };
    const next = nextTask(items, { username: officer.username, decided });
    if (next) toast.info(words.nextOpened);
    await navigate(next ? `/tasks/${next.id}` : { pathname: '/tasks', search: list }, {
      state: openedFrom(list),
    });
  };
}
