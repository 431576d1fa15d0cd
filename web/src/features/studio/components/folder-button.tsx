import { Button } from 'antd';
import type { MouseEvent } from 'react';
import { useWords } from '../../../i18n/language.js';
import type { DraftWithFiles } from '../api/drafts.js';
import type { DraftFiles } from '../draft-files.js';
import { useSaveFirst } from '../use-save-first.js';
import { studioWords } from '../words.js';

interface FolderButtonProps {
  draft: DraftWithFiles;
  kept: DraftFiles;
  /** Faults that keep the folder of a new event type from starting. */
  errors: number;
}

/** The draft as a folder. That of a new event type leaves only when a server would start with it. */
export function FolderButton({ draft, kept, errors }: FolderButtonProps) {
  const words = useWords(studioWords);
  const saveFirst = useSaveFirst(kept);
  const address = `/api/v1/model-drafts/${draft.id}/folder.zip`;
  // The server packs what it has: what was drawn just now goes there first.
  const download = async (click: MouseEvent) => {
    if (!kept.isAtRisk) return;
    click.preventDefault();
    if (await saveFirst()) window.location.assign(address);
  };
  if (draft.madeFrom && errors > 0) return <Button disabled>{words.folder}</Button>;
  return (
    <Button
      type={draft.madeFrom ? 'primary' : 'default'}
      href={address}
      onClick={(click) => void download(click)}
      download
    >
      {words.folder}
    </Button>
  );
}
