import { isModelFile } from '@lampid/domain/model-files';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { LabelTag } from '../../../components/label-tag.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { DiffView } from '../../diff/components/diff-view.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useDraft, type DraftWithFiles } from '../api/drafts.js';
import { useLint } from '../api/lint.js';
import { FileEditor } from '../editors/file-editor.js';
import { useSettled } from '../use-settled.js';
import { useDraftFiles } from '../use-draft-files.js';
import { NewTypeAlert } from '../new-type/new-type-alert.js';
import { newTypeWords } from '../new-type/words.js';
import { draftStateNames, draftStateTones, studioWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';
import { ConflictAlert, OutdatedAlert } from './draft-alerts.js';
import { DraftActions } from './draft-actions.js';
import { DraftWhatIf } from './draft-what-if.js';
import './draft-page.css';
import { FaultList } from './fault-list.js';
import { FileActs } from './file-acts.js';
import { FileTabs, type DraftView } from './file-tabs.js';
import { SaveMark } from './save-mark.js';

/** A draft of a model: its files in their editors, what the lint says of them, and the way to deployment. */
export function DraftPage() {
  const { id = '' } = useParams();
  const words = useWords(studioWords);
  const draft = useDraft(id);
  if (!draft.data)
    return (
      <Page title={words.title}>
        <QueryState query={draft}>{() => null}</QueryState>
      </Page>
    );
  // What a decision or another analyst made of it begins anew.
  return <Studio key={draft.data.id} draft={draft.data} />;
}

const LINT_PAUSE_MS = 500;

type Unreadable = { file: string; reason: string } | null;

function Studio({ draft }: { draft: DraftWithFiles }) {
  const words = useWords(studioWords);
  const newType = useWords(newTypeWords);
  const text = useText();
  const officer = useOfficer();
  const nameOf = useNames();
  const [chosen, setChosen] = useState(() => mainFile(draft));
  const isEventType = useEventTypes().data?.some(({ id }) => id === draft.processKey) ?? false;
  const [view, setView] = useState<DraftView>('edit');
  const [goTo, setGoTo] = useState<{ element: string; asked: number } | null>(null);
  const [unreadable, setUnreadable] = useState<Unreadable>(null);
  const shared = useDraftFiles(draft, officer.username, chosen);
  const { kept, snapshot } = shared;
  const isReadOnly = draft.state !== 'open' || officer.role !== 'analyst';
  const resources = snapshot.files
    // Code and README of a new event type go along and are judged by nobody here.
    .filter(({ name }) => isModelFile(name))
    .map(({ name, content }) => ({ name, content }));
  // A whole bundle goes to the server: not with every key.
  const lint = useLint(
    {
      resources,
      ...(draft.base && { before: draft.base.definitionId }),
      ...(draft.madeFrom && {
        newType: { id: draft.processKey, template: draft.madeFrom.template },
      }),
    },
    useSettled(snapshot.stamp, LINT_PAUSE_MS),
    // Who approves reads what is found too.
    officer.role === 'analyst' || officer.role === 'admin',
  );
  const file = snapshot.files.find(({ name }) => name === chosen) ?? snapshot.files[0];
  const faults = [...(lint.data?.errors ?? []), ...(lint.data?.warnings ?? [])];
  const isUnreadable = unreadable?.file === chosen;
  const isCode = file !== undefined && !isModelFile(file.name);
  const isText = view === 'text' || isUnreadable;

  const open = (name: string) => {
    setChosen(name);
    setUnreadable(null);
  };
  // The chosen one was taken out of the draft.
  if (file && file.name !== chosen) open(file.name);
  const showFault = (field: string | null) => {
    const [name = '', element] = field?.split('#') ?? [];
    if (snapshot.files.some((candidate) => candidate.name === name)) open(name);
    setView('edit');
    if (element) setGoTo((before) => ({ element, asked: (before?.asked ?? 0) + 1 }));
  };

  return (
    <Page
      title={draft.title}
      lead={
        <span className="draft-lead">
          <LabelTag tone={draftStateTones[draft.state]}>{text(draftStateNames[draft.state])}</LabelTag>
          <span>
            {draft.processKey} ·{' '}
            {draft.base
              ? words.baseVersion(draft.base.version ?? 0)
              : draft.madeFrom
                ? words.newType
                : words.newProcess}
          </span>
          {isReadOnly ? <span>{words.readOnly}</span> : <SaveMark snapshot={snapshot} />}
          {shared.others.length > 0 && (
            <LabelTag tone="info">
              {words.alsoHere(
                shared.others.map(({ name, file: at }) => (at ? words.atFile(name, at) : name)).join(', '),
              )}
            </LabelTag>
          )}
        </span>
      }
      actions={<DraftActions draft={draft} kept={kept} errors={lint.data?.errors.length ?? 0} />}
    >
      {draft.why && <p className="draft-why">{`${words.why}: ${draft.why}`}</p>}
      {draft.note && (
        <p className="draft-why">{`${words.note} (${nameOf(draft.decidedBy)}): ${draft.note}`}</p>
      )}
      <NewTypeAlert draft={draft} />
      <OutdatedAlert draft={draft} shared={shared} />
      <ConflictAlert shared={shared} />
      <FileTabs
        files={snapshot.files}
        faults={faults}
        chosen={chosen}
        onChoose={open}
        view={isCode ? 'text' : view}
        onView={setView}
        mayEdit={!isCode}
        isReadOnly={isReadOnly}
        mayCompare={draft.base !== null}
        mayTry={draft.base !== null && officer.role === 'analyst' && isEventType}
        acts={
          !isReadOnly && (
            <FileActs
              shared={shared}
              base={draft.base}
              file={file && !isCode ? file : null}
              onOpen={open}
              onReplaced={() => setUnreadable(null)}
            />
          )
        }
      />
      {isUnreadable && (
        <p
          role="alert"
          className="draft-unreadable"
        >{`${words.unreadable} ${words.reason}: ${unreadable.reason}`}</p>
      )}
      {isCode && <p className="draft-why">{newType.readOnlyCode}</p>}
      {view === 'compare' && draft.base && (
        <DiffView before={{ definitionId: draft.base.definitionId }} after={{ resources }} />
      )}
      {view === 'what-if' && draft.base && (
        <DraftWhatIf base={draft.base.definitionId} resources={resources} />
      )}
      {file && (view === 'edit' || view === 'text') && (
        <div className="draft-editor">
          <Suspense fallback={<LoadingLines />}>
            <FileEditor
              key={`${file.name} ${file.loaded} ${isText} ${isReadOnly}`}
              isText={isText}
              name={file.name}
              content={file.content}
              isReadOnly={isReadOnly || isCode}
              faults={faults.filter(({ field }) => field?.split('#')[0] === file.name)}
              goTo={goTo}
              onChange={(content) => kept.edited(file.name, content)}
              onUnreadable={(reason) => setUnreadable({ file: file.name, reason })}
            />
          </Suspense>
        </div>
      )}
      <FaultList query={lint} onShow={showFault} />
    </Page>
  );
}

/** The model of the process itself, before those that it calls. */
function mainFile({ files, processKey }: DraftWithFiles): string {
  const models = files.filter(({ name }) => name.endsWith('.bpmn'));
  const own = models.find(({ content }) => content.includes(`id="${processKey}"`));
  return (own ?? models[0] ?? files[0])?.name ?? '';
}
