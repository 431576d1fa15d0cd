import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useProcesses } from '../../models/api/processes.js';
import type { ModelDraft } from '../api/drafts.js';
import { BeginDraftDialog } from '../components/begin-draft-dialog.js';
import { newTypeWords } from './words.js';

/** What becomes of the draft of a new event type: it leaves as a folder, or runs already. */
export function NewTypeAlert({ draft }: { draft: ModelDraft }) {
  const words = useWords(newTypeWords);
  const isAnalyst = useOfficer().role === 'analyst';
  const latest = useProcesses().data?.find(({ key }) => key === draft.processKey)?.latest;
  const [begins, setBegins] = useState(false);
  if (!draft.madeFrom) return null;
  if (!draft.isRunning)
    return (
      <Alert
        type="info"
        showIcon
        title={words.notDeployed}
        description={words.notDeployedWhy}
        action={
          isAnalyst &&
          draft.state === 'open' && <Link to={`/studio/${draft.id}/answers`}>{words.changeAnswers}</Link>
        }
      />
    );
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={words.running(draft.processKey)}
        description={words.runningWhy}
        action={
          isAnalyst &&
          latest && (
            <Button size="small" onClick={() => setBegins(true)}>
              {words.beginOrdinary}
            </Button>
          )
        }
      />
      {begins && latest && <BeginDraftDialog from={latest} onClose={() => setBegins(false)} />}
    </>
  );
}
