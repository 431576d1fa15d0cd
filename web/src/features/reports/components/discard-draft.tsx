import { Alert, Button, Flex } from 'antd';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { useDiscardDraft } from '../api/discard-draft.js';
import type { KeptDraft } from '../use-draft.js';
import { reportWords } from '../words.js';

/** Throws the draft away; and asks what becomes of it here when another window has. */
export function DiscardDraft({ draft }: { draft: KeptDraft }) {
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
  if (state.kind === 'untouched') return null;
  if (state.kind === 'discarded')
    return (
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
    );
  return (
    <>
      {discard.error && <ProblemAlert error={discard.error} />}
      <ConfirmButton
        type="link"
        size="small"
        label={words.discard}
        question={words.discardConfirm}
        onConfirm={() => void onDiscard()}
      />
    </>
  );
}
