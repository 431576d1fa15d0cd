import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../i18n/language.js';
import type { DraftWithFiles } from '../api/drafts.js';
import type { SharedDraft } from '../use-draft-files.js';
import { studioWords } from '../words.js';
import { AddFileDialog } from './add-file-dialog.js';
import { FileFromComputer } from './file-from-computer.js';
import { ReasonDialog } from './reason-dialog.js';
import { RevertFile } from './revert-file.js';

interface FileActsProps {
  shared: SharedDraft;
  base: DraftWithFiles['base'];
  /** The chosen file; null where it is only read here. */
  file: { name: string; content: string } | null;
  onOpen(name: string): void;
  /** Another content takes the place of the chosen file's. */
  onReplaced(): void;
}

/** What becomes of the files of a bundle, beside what is done in them. */
export function FileActs({ shared, base, file, onOpen, onReplaced }: FileActsProps) {
  const name = file?.name;
  const words = useWords(studioWords);
  const [asks, setAsks] = useState<'add' | 'discard' | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { kept, snapshot } = shared;
  const close = () => setAsks(null);
  const replace = (content: string) => {
    onReplaced();
    if (name) kept.replaced(name, content);
  };
  return (
    <div className="file-acts">
      <Button size="small" onClick={() => setAsks('add')}>
        {words.addFile}
      </Button>
      {name && (
        <>
          <FileFromComputer name={name} onRead={replace} />
          {base && <RevertFile base={base} name={name} content={file.content} onRevert={replace} />}
          <Button
            size="small"
            title={words.discardFile(name)}
            onClick={() => {
              setRefusal(null);
              setAsks('discard');
            }}
          >
            {words.discard}
          </Button>
        </>
      )}
      {asks === 'add' && (
        <AddFileDialog
          names={snapshot.files.map((other) => other.name)}
          onAdd={(added) => {
            kept.added(added.name, added.content);
            onOpen(added.name);
          }}
          onClose={close}
        />
      )}
      {asks === 'discard' && name && (
        <ReasonDialog
          title={words.discardFile(name)}
          error={refusal}
          isPending={false}
          onClose={close}
          onGive={() =>
            shared.discard(name).catch((error: unknown) => {
              setRefusal(error);
              throw error;
            })
          }
        />
      )}
    </div>
  );
}
