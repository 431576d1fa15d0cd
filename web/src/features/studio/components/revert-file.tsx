import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../i18n/language.js';
import { useDefinition } from '../../models/api/processes.js';
import { studioWords } from '../words.js';
import { ReasonDialog } from './reason-dialog.js';

interface RevertFileProps {
  base: { definitionId: string; version: number | null };
  name: string;
  /** As it stands in its editor. */
  content: string;
  onRevert(content: string): void;
}

/** The file as the draft began with it: an editor forgets what can be undone once another file is opened. */
export function RevertFile({ base, name, content, onRevert }: RevertFileProps) {
  const words = useWords(studioWords);
  const definition = useDefinition(base.definitionId);
  const [asks, setAsks] = useState(false);
  const began = definition.data?.resources.find((resource) => resource.name === name)?.content;
  if (began === undefined || began === content) return null;
  const title = words.revertFile(name, base.version ?? 0);
  return (
    <>
      <Button size="small" title={title} onClick={() => setAsks(true)}>
        {words.revert}
      </Button>
      {asks && (
        <ReasonDialog
          title={title}
          error={null}
          isPending={false}
          onClose={() => setAsks(false)}
          onGive={() => Promise.resolve(onRevert(began))}
        />
      )}
    </>
  );
}
