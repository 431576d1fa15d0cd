import { Alert, Button, Flex } from 'antd';
import { formatTime } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import type { DraftState } from '../draft-keeper.js';
import { reportWords } from '../words.js';

export interface ShownDraft {
  state: DraftState;
  /** What is here stays, whatever another window has done. */
  keepMine(): void;
  /** Ends the saving; nothing of it stays on this device. */
  forget(): Promise<void>;
}

/** Whether what is typed is safe, in words; and which one stays when another window has written too. */
export function DraftLine({
  draft,
  address,
}: {
  draft: ShownDraft;
  /** Shows what is kept. */ address: string;
}) {
  const words = useWords(reportWords);
  const onLoadTheirs = async () => {
    // Chosen already: the window need not ask once more.
    await draft.forget();
    location.assign(address);
  };
  return (
    <>
      <div role="status" className="soft draft-line">
        <Told state={draft.state} />
      </div>
      {draft.state.kind === 'conflict' && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={words.draftConflict}
          action={
            <Flex vertical gap={6}>
              <Button size="small" onClick={() => void onLoadTheirs()}>
                {words.loadTheirs}
              </Button>
              <Button size="small" onClick={draft.keepMine}>
                {words.keepMine}
              </Button>
            </Flex>
          }
        />
      )}
    </>
  );
}

function Told({ state }: { state: DraftState }) {
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
