import { Alert, Button, Flex, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { formatTime } from '../../../components/format.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useDiscardDraft } from '../api/discard-draft.js';
import type { KeptDraft } from '../use-draft.js';
import { reportWords } from '../words.js';

/** Whether what is typed is safe, in words; and what to do when another window has written too. */
export function DraftLine({ draft }: { draft: KeptDraft }) {
  const words = useWords(reportWords);
  const navigate = useNavigate();
  const discard = useDiscardDraft();
  const { state } = draft;
  const onLeave = async () => {
    await draft.forget();
    void navigate('/desk');
  };
  const onDiscard = async () => {
    await draft.forget();
    if (draft.version() !== null) await discard.mutateAsync(draft.id);
    void navigate('/desk');
  };
  return (
    <>
      <div role="status" className="soft draft-line">
        <Told draft={draft} />
      </div>
      {state.kind === 'conflict' && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={words.draftConflict}
          action={
            <Flex vertical gap={6}>
              <Button size="small" onClick={() => location.assign(`/reports/${draft.id}/edit`)}>
                {words.loadTheirs}
              </Button>
              <Button size="small" onClick={draft.keepMine}>
                {words.keepMine}
              </Button>
            </Flex>
          }
        />
      )}
      {state.kind === 'discarded' && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={words.draftDiscarded}
          action={
            <Flex vertical gap={6}>
              <Button size="small" onClick={draft.keepMine}>
                {words.keepAnyway}
              </Button>
              <Button size="small" onClick={() => void onLeave()}>
                {words.leaveDiscarded}
              </Button>
            </Flex>
          }
        />
      )}
      {discard.error && <ProblemAlert error={discard.error} />}
      {state.kind !== 'untouched' && state.kind !== 'discarded' && (
        <Popconfirm title={words.discardConfirm} okText={words.discard} onConfirm={onDiscard}>
          <Button type="link" size="small" danger>
            {words.discard}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}

function Told({ draft: { state } }: { draft: KeptDraft }) {
  const words = useWords(reportWords);
  const text = useText();
  const { language } = useLanguage();
  switch (state.kind) {
    case 'waiting':
      return words.draftWaiting;
    case 'saving':
      return words.draftSaving;
    case 'saved':
      return words.draftSaved(formatTime(state.at.toISOString(), language));
    case 'kept-here':
      return words.draftHere(formatTime(state.at.toISOString(), language));
    case 'refused':
      return words.draftRefused(text(state.problem.title));
    case 'failed':
      return words.draftFailed(state.problem ? text(state.problem.title) : '…');
    default:
      return null;
  }
}
