import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../i18n/language.js';
import type { SharedDraft } from '../use-draft-files.js';
import { studioWords } from '../words.js';
import { AddFileDialog } from './add-file-dialog.js';
import { FileFromComputer } from './file-from-computer.js';
import { ReasonDialog } from './reason-dialog.js';

interface FileActsProps {
  shared: SharedDraft;
  /** The chosen file; null where it is only read here. */
  name: string | null;
  onOpen(name: string): void;
  /** Another content takes the place of the chosen file's. */
  onReplaced(): void;
}

/** What becomes of the files of a bundle, beside what is done in them. */
export function FileActs({ shared, name, onOpen, onReplaced }: FileActsProps) {
  const words = useWords(studioWords);
  const [asks, setAsks] = useState<'add' | 'discard' | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { kept, snapshot } = shared;
  const close = () => setAsks(null);
  return (
    <div className="file-acts">
      <Button size="small" onClick={() => setAsks('add')}>
        {words.addFile}
      </Button>
      {name && (
        <>
          <FileFromComputer
            name={name}
            onRead={(content) => {
              onReplaced();
              kept.replaced(name, content);
            }}
          />
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
          names={snapshot.files.map((file) => file.name)}
          onAdd={(file) => {
            kept.added(file.name, file.content);
            onOpen(file.name);
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
