import { useText, useWords } from '../../../i18n/language.js';
import { ProblemError } from '../../../api/problem.js';
import type { FilesSnapshot } from '../draft-files.js';
import { studioWords } from '../words.js';

/** Whether what stands in the editors is kept. */
export function SaveMark({ snapshot }: { snapshot: FilesSnapshot }) {
  const words = useWords(studioWords);
  const text = useText();
  const { state, error } = snapshot;
  const spoken = { saved: words.saved, unsaved: words.unsaved, saving: words.saving, failed: words.notSaved };
  const why =
    error instanceof ProblemError
      ? (error.problem.errors[0]?.message ?? error.problem.detail ?? error.problem.title)
      : null;
  return (
    <span role="status" className={`save-mark save-mark-${state}`}>
      {why ? `${spoken[state]}: ${text(why)}` : spoken[state]}
    </span>
  );
}
