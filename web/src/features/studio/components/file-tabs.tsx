import { Segmented } from 'antd';
import type { ProblemItem } from '../../../api/problem.js';
import { useWords } from '../../../i18n/language.js';
import type { FilesSnapshot } from '../draft-files.js';
import { studioWords } from '../words.js';

interface FileTabsProps {
  files: FilesSnapshot['files'];
  faults: readonly ProblemItem[];
  chosen: string;
  onChoose(name: string): void;
  isText: boolean;
  onText(isText: boolean): void;
}

/** The files of the bundle, each with its faults counted, and how the chosen one is shown. */
export function FileTabs({ files, faults, chosen, onChoose, isText, onText }: FileTabsProps) {
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
      <Segmented
        size="small"
        value={isText ? 'text' : 'edit'}
        onChange={(value) => onText(value === 'text')}
        options={[
          { value: 'edit', label: words.edit },
          { value: 'text', label: words.source },
        ]}
      />
    </div>
  );
}
