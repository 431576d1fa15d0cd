import { Alert, Card, Checkbox, Select } from 'antd';
import { Suspense, useMemo, useRef, useState } from 'react';
import { groupBy } from '../../../collections/group-by.js';
import { LabelTag } from '../../../components/label-tag.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import { useComparison, type ComparedSide, type Comparison } from '../api/comparison.js';
import { drawnFiles, marksOf } from '../drawn.js';
import { SIGNS, TONES, VERBS } from '../signs.js';
import { diffWords } from '../words.js';
import { ChangeTable } from './change-table.js';
import { LazyTwinDiagrams } from './lazy-twin-diagrams.js';
import './diff-view.css';

interface DiffViewProps {
  before: ComparedSide;
  after: ComparedSide;
  /** Of each diagram, in px. */
  height?: number;
}

/** What changed between two bundles, on the diagrams and as a list. Also for drafts that nobody has deployed. */
export function DiffView({ before, after, height = 380 }: DiffViewProps) {
  const comparison = useComparison(before, after);
  return (
    <QueryState query={comparison}>{(found) => <Compared comparison={found} height={height} />}</QueryState>
  );
}

function Compared({ comparison, height }: { comparison: Comparison; height: number }) {
  const words = useWords(diffWords);
  const files = useMemo(() => drawnFiles(comparison), [comparison]);
  const [fileName, setFileName] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [hidesMoved, setHidesMoved] = useState(false);
  // A drawing in which nothing changed would say that nothing did.
  const firstChanged = files.find(({ name }) => comparison.changes.some((change) => change.file === name));
  const file = files.find(({ name }) => name === fileName) ?? firstChanged;
  const changes = useMemo(
    () => comparison.changes.filter(({ change }) => !hidesMoved || change !== 'moved'),
    [comparison, hidesMoved],
  );
  const marks = useMemo(() => marksOf(changes, file?.name ?? ''), [changes, file]);
  const stage = useRef<HTMLDivElement>(null);
  const show = (name: string, id: string) => {
    setFileName(name);
    setChosen(id);
    stage.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      {file && (
        <Card size="small" ref={stage} className="diff-stage">
          <div className="diff-bar">
            <Select
              aria-label={words.file}
              value={file.name}
              onChange={(name) => show(name, '')}
              options={files.map(({ name }) => ({ value: name, label: name }))}
              style={{ minWidth: 180 }}
            />
            <ul className="diff-legend" aria-label={words.legend}>
              {VERBS.map((verb) => (
                <li key={verb}>
                  <LabelTag tone={TONES[verb]}>
                    <span aria-hidden>{SIGNS[verb]}</span> {words[verb]}
                  </LabelTag>
                </li>
              ))}
            </ul>
          </div>
          <Suspense fallback={<LoadingLines />}>
            <LazyTwinDiagrams
              file={file}
              marks={marks}
              chosen={chosen}
              onChoose={setChosen}
              height={height}
            />
          </Suspense>
        </Card>
      )}
      <Card
        size="small"
        className="diff-changes"
        title={<span aria-live="polite">{words.changes(changes.length)}</span>}
      >
        <Checkbox checked={hidesMoved} onChange={({ target }) => setHidesMoved(target.checked)}>
          {words.hideMoved}
        </Checkbox>
        {comparison.total > comparison.changes.length && (
          <Alert type="info" showIcon title={words.cut(comparison.changes.length, comparison.total)} />
        )}
        {changes.length === 0 && <NothingHere>{words.same}</NothingHere>}
        {[...groupBy(changes, (change) => change.file)].map(([name, ofFile]) => (
          <section key={name}>
            <h2 className="diff-file">{name}</h2>
            <ChangeTable
              file={name}
              changes={ofFile}
              chosen={name === file?.name ? chosen : null}
              onChoose={(id) => show(name, id)}
            />
          </section>
        ))}
      </Card>
    </>
  );
}
