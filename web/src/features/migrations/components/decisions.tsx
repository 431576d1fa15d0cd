import { Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../../../components/dialog.js';
import { useToast } from '../../../components/toast.js';
import { useRefusal } from '../../../components/use-refusal.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useDecide, useUndo, type Decision, type OpenMigration } from '../api/migrations.js';
import { migrationWords } from '../words.js';
import { ReasonForm } from './reason-form.js';

/** What may be decided in the present state, for whoever may decide it. */
export function Decisions({ migration }: { migration: OpenMigration }) {
  const words = useWords(migrationWords);
  const refusal = useRefusal();
  const toast = useToast();
  const officer = useOfficer();
  const [modal, dialogs] = Modal.useModal();
  const [undoing, setUndoing] = useState(false);
  const decide = useDecide(migration.id);
  const { state, proposedBy, undoneBy, counts } = migration;
  if (officer.role !== 'analyst' && officer.role !== 'admin') return null;
  const send = (decision: Decision) =>
    decide.mutateAsync(decision).catch((error: unknown) => toast.warning(refusal(error)));
  const mayUndo = (state === 'done' || state === 'cancelled') && counts.moved > 0 && undoneBy === null;
  return (
    <Flex gap={8} wrap align="center">
      {state === 'proposed' && officer.username === proposedBy && (
        <span className="soft">{words.ownProposal}</span>
      )}
      {state === 'proposed' && <Button onClick={() => void send('reject')}>{words.reject}</Button>}
      {state === 'proposed' && officer.username !== proposedBy && (
        <Button
          type="primary"
          onClick={() =>
            void modal.confirm({
              ...{ title: words.approveConfirm, content: words.approveNote, okText: words.approve },
              onOk: () => send('approve'),
            })
          }
        >
          {words.approve}
        </Button>
      )}
      {state === 'running' && <Button onClick={() => void send('pause')}>{words.pause}</Button>}
      {state === 'paused' && (
        <Button type="primary" onClick={() => void send('resume')}>
          {words.resume}
        </Button>
      )}
      {(state === 'running' || state === 'paused') && (
        <Button
          danger
          onClick={() =>
            void modal.confirm({
              ...{ title: words.cancelConfirm, content: words.cancelNote, okText: words.cancel },
              onOk: () => send('cancel'),
            })
          }
        >
          {words.cancel}
        </Button>
      )}
      {mayUndo && <Button onClick={() => setUndoing(true)}>{words.undo}</Button>}
      {undoing && <UndoDialog id={migration.id} onClose={() => setUndoing(false)} />}
      {dialogs}
    </Flex>
  );
}

function UndoDialog({ id, onClose }: { id: string; onClose(): void }) {
  const words = useWords(migrationWords);
  const navigate = useNavigate();
  const undo = useUndo(id);
  return (
    <Dialog title={words.undo} onClose={onClose}>
      <p>{words.undoNote}</p>
      <ReasonForm
        sending={undo}
        onSend={(reason) =>
          undo.mutate(reason, { onSuccess: (undone) => void navigate(`/migrations/${undone.id}`) })
        }
      />
    </Dialog>
  );
}
