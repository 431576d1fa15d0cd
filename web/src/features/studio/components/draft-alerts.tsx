import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useProcesses } from '../../models/api/processes.js';
import { useRebaseDraft, type DraftWithFiles } from '../api/drafts.js';
import type { SharedDraft } from '../use-draft-files.js';
import { useSaveFirst } from '../use-save-first.js';
import { studioWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';

/** A version came between: nothing is deployed over it unseen. */
export function OutdatedAlert({ draft, shared }: { draft: DraftWithFiles; shared: SharedDraft }) {
  const words = useWords(studioWords);
  const processes = useProcesses();
  const rebase = useRebaseDraft(draft.id);
  const isAnalyst = useOfficer().role === 'analyst';
  const saveFirst = useSaveFirst(shared.kept);
  const [told, setTold] = useState<string | null>(null);
  const latest = processes.data?.find(({ key }) => key === draft.processKey)?.latest;
  const isOutdated =
    draft.state === 'open' &&
    !draft.madeFrom &&
    latest !== undefined &&
    latest.definitionId !== draft.base?.definitionId;
  const takeOver = async () => {
    if (!(await saveFirst())) return;
    const rebased = await rebase.mutateAsync(undefined).catch(() => null);
    // Why it was refused stands below.
    if (!rebased) return;
    const { taken, conflicts } = rebased;
    await shared.takeTheirs(taken);
    setTold(
      conflicts.length > 0
        ? words.bothChanged(conflicts.join(', '))
        : taken.length > 0
          ? words.rebased(taken.join(', '))
          : words.rebasedNothing,
    );
  };
  return (
    <>
      {isOutdated && (
        <Alert
          type="warning"
          showIcon
          title={words.outdated(latest.version)}
          action={
            isAnalyst && (
              <Button size="small" loading={rebase.isPending} onClick={() => void takeOver()}>
                {words.rebase}
              </Button>
            )
          }
        />
      )}
      {told && <Alert type="info" showIcon closable title={told} onClose={() => setTold(null)} />}
      {rebase.error && <ProblemAlert error={rebase.error} />}
    </>
  );
}

/** Two analysts changed one file: a person says whose stands. */
export function ConflictAlert({ shared }: { shared: SharedDraft }) {
  const words = useWords(studioWords);
  const nameOf = useNames();
  return shared.snapshot.conflicts.map((name) => {
    const by = shared.savedBy(name);
    return (
      <Alert
        key={name}
        type="error"
        showIcon
        title={by === null ? words.conflictGone(name) : words.conflict(nameOf(by), name)}
        action={
          <>
            <Button size="small" onClick={() => void shared.takeTheirs([name])}>
              {by === null ? words.letGo : words.takeTheirs}
            </Button>{' '}
            <Button size="small" onClick={() => void shared.keepMine(name)}>
              {words.keepMine}
            </Button>
          </>
        }
      />
    );
  });
}
