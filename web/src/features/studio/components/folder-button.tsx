import { Button } from 'antd';
import { useWords } from '../../../i18n/language.js';
import type { DraftWithFiles } from '../api/drafts.js';
import { studioWords } from '../words.js';

interface FolderButtonProps {
  draft: DraftWithFiles;
  /** Faults that keep the folder of a new event type from starting. */
  errors: number;
}

/** The draft as a folder. That of a new event type leaves only when a server would start with it. */
export function FolderButton({ draft, errors }: FolderButtonProps) {
  const words = useWords(studioWords);
  if (draft.madeFrom && errors > 0) return <Button disabled>{words.folder}</Button>;
  return (
    <Button
      type={draft.madeFrom ? 'primary' : 'default'}
      href={`/api/v1/model-drafts/${draft.id}/folder.zip`}
      download
    >
      {words.folder}
    </Button>
  );
}
