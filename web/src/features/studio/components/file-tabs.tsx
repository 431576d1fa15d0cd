import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { ProblemItem } from '../../../api/problem.js';
import { useWords } from '../../../i18n/language.js';
import type { FilesSnapshot } from '../draft-files.js';
import { studioWords } from '../words.js';

/** The chosen file in its editor or as text; or the whole draft, against its base or past cases. */
export type DraftView = 'edit' | 'text' | 'compare' | 'what-if';

interface FileTabsProps {
  files: FilesSnapshot['files'];
  faults: readonly ProblemItem[];
  chosen: string;
  onChoose(name: string): void;
  view: DraftView;
  onView(view: DraftView): void;
  /** An editor draws the chosen file. */
  mayEdit: boolean;
  isReadOnly: boolean;
  /** There is a version to compare with. */
  mayCompare: boolean;
  /** There are past cases to try it on. */
  mayTry: boolean;
  /** What else can be done with the files. */
  acts: ReactNode;
}

/** The files of the bundle, each with its faults counted, and how the chosen one is shown. */
export function FileTabs({
  files,
  faults,
  chosen,
  onChoose,
  view,
  onView,
  mayEdit,
  isReadOnly,
  mayCompare,
  mayTry,
  acts,
}: FileTabsProps) {
  const words = useWords(studioWords);
  const faultsOf = (name: string) => faults.filter(({ field }) => field?.split('#')[0] === name).length;
  return (
    <div className="file-tabs">
      <nav aria-label={words.files}>
        {files.map(({ name, isSaved }) => (
          <button
            key={name}
            type="button"
            className="file-tab"
            aria-current={name === chosen ? 'page' : undefined}
            onClick={() => onChoose(name)}
          >
            {name}
            {!isSaved && <span aria-label={words.unsaved}> •</span>}
            {faultsOf(name) > 0 && <span className="file-tab-faults">{faultsOf(name)}</span>}
          </button>
        ))}
      </nav>
      {acts}
      <Segmented<DraftView>
        size="small"
        value={view}
        onChange={onView}
        options={[
          ...(mayEdit ? [{ value: 'edit' as const, label: isReadOnly ? words.view : words.edit }] : []),
          { value: 'text' as const, label: words.source },
          ...(mayCompare ? [{ value: 'compare' as const, label: words.compare }] : []),
          ...(mayTry ? [{ value: 'what-if' as const, label: words.whatIf }] : []),
        ]}
      />
    </div>
  );
}
