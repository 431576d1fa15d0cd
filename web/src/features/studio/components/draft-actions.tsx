import { Button } from 'antd';
import { useState } from 'react';
import { LabelTag } from '../../../components/label-tag.js';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useDecideDraft, useProposeDraft, useWithdrawDraft, type DraftWithFiles } from '../api/drafts.js';
import type { DraftFiles } from '../draft-files.js';
import { useSaveFirst } from '../use-save-first.js';
import { studioWords } from '../words.js';
import { FolderButton } from './folder-button.js';
import { ReasonDialog } from './reason-dialog.js';

interface DraftActionsProps {
  draft: DraftWithFiles;
  kept: DraftFiles;
  /** Faults that keep the draft from being proposed. */
  errors: number;
}

/** What the officer may do with the draft now; four eyes hold here as on the server. */
export function DraftActions({ draft, kept, errors }: DraftActionsProps) {
  const words = useWords(studioWords);
  const toast = useToast();
  const saveFirst = useSaveFirst(kept);
  const officer = useOfficer();
  const propose = useProposeDraft(draft.id);
  const decide = useDecideDraft(draft.id);
  const withdraw = useWithdrawDraft(draft.id);
  const [asks, setAsks] = useState<'propose' | 'approve' | 'return' | 'withdraw' | null>(null);
  const close = () => setAsks(null);
  const isAuthor = [draft.createdBy, draft.proposedBy, ...draft.editors].includes(officer.username);
  const mayDecide = officer.role === 'analyst' || officer.role === 'admin';
  return (
    <>
      <FolderButton draft={draft} kept={kept} errors={errors} />
      {isAuthor && (draft.state === 'open' || draft.state === 'proposed') && (
        <Button onClick={() => setAsks('withdraw')}>{words.withdraw}</Button>
      )}
      {draft.state === 'open' && !draft.madeFrom && officer.role === 'analyst' && (
        <Button type="primary" disabled={errors > 0} onClick={() => setAsks('propose')}>
          {words.propose}
        </Button>
      )}
      {draft.state === 'proposed' && isAuthor && <LabelTag tone="wait">{words.ownDraft}</LabelTag>}
      {draft.state === 'proposed' && mayDecide && !isAuthor && (
        <>
          <Button onClick={() => setAsks('return')}>{words.giveBack}</Button>
          <Button type="primary" onClick={() => setAsks('approve')}>
            {words.approve}
          </Button>
        </>
      )}
      {asks === 'propose' && (
        <ReasonDialog
          title={words.propose}
          label={words.why}
          error={propose.error}
          isPending={propose.isPending}
          onClose={close}
          onGive={async (why) => {
            // What is proposed is what stands in the editors; else the dialog keeps the reason.
            if (!(await saveFirst())) throw new Error('not everything is saved');
            await propose.mutateAsync(why);
            toast.success(words.proposed);
          }}
        />
      )}
      {asks === 'return' && (
        <ReasonDialog
          title={words.giveBack}
          label={words.note}
          error={decide.error}
          isPending={decide.isPending}
          onClose={close}
          onGive={async (note) => {
            await decide.mutateAsync({ outcome: 'return', note });
            toast.success(words.givenBack);
          }}
        />
      )}
      {asks === 'approve' && (
        <ReasonDialog
          title={words.approve}
          label={words.note}
          isOptional
          error={decide.error}
          isPending={decide.isPending}
          onClose={close}
          onGive={async (note) => {
            const { definitions } = await decide.mutateAsync({ outcome: 'approve', ...(note && { note }) });
            toast.success(
              words.deployed(
                definitions.map(({ processKey, version }) => `${processKey} ${version}`).join(', '),
              ),
            );
          }}
        />
      )}
      {asks === 'withdraw' && (
        <ReasonDialog
          title={words.withdraw}
          error={withdraw.error}
          isPending={withdraw.isPending}
          onClose={close}
          onGive={async () => {
            await withdraw.mutateAsync(undefined);
            toast.success(words.withdrawn);
          }}
        />
      )}
    </>
  );
}
