import { Alert, Card, Segmented } from 'antd';
import { Suspense, useMemo, useState } from 'react';
import type { History, HistoryItem } from '../../../api/wire.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useDefinitionXml } from '../../diagram/api/definition-xml.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { diagramWords } from '../../diagram/words.js';
import { useHistory } from '../../reports/api/history.js';
import { pathIn } from '../path-in.js';
import { presentVersion } from '../story.js';
import { caseWords } from '../words.js';
import { LoadingLines } from '../../../components/loading-lines.js';

interface CourseCardProps {
  reportId: string;
  /** The case runs: ask again. */
  live: boolean;
}

/** Where the case has been and is: on its own model's drawing. */
export function CourseCard({ reportId, live }: CourseCardProps) {
  const words = useWords(caseWords);
  const history = useHistory(reportId, live);
  return (
    <Card size="small" title={words.course}>
      <QueryState
        query={history}
        isEmpty={({ items }) => items.length === 0}
        empty={<Alert title={words.noHistory} />}
      >
        {(found) => <CourseDiagram history={found} />}
      </QueryState>
    </Card>
  );
}

/** Any history that the API tells: of a report's case, or of a practice. */
export function CourseDiagram({ history }: { history: History }) {
  const words = useWords(caseWords);
  const text = useText();
  const { items, definitions } = history;
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = chosen ?? presentVersion(history);
  const shown = definitions.find((definition) => definition.definitionId === wanted) ?? definitions[0];
  // Of a model that the case ran in in two versions, the name alone would not tell them apart.
  const nameOf = ({ names, processKey, version }: (typeof definitions)[number]) =>
    definitions.filter((other) => other.processKey === processKey).length > 1
      ? words.versionOf(text(names), version)
      : text(names);
  if (!shown) return null;
  return (
    <>
      {definitions.length > 1 && (
        <Segmented
          className="course-tabs"
          size="small"
          aria-label={words.course}
          value={shown.definitionId}
          onChange={setChosen}
          options={definitions.map((definition) => ({
            value: definition.definitionId,
            label: nameOf(definition),
          }))}
        />
      )}
      <DefinitionDiagram
        key={shown.definitionId}
        definitionId={shown.definitionId}
        name={text(shown.names)}
        items={items}
      />
      <p className="soft course-help">{words.courseHelp}</p>
    </>
  );
}

function DefinitionDiagram({
  definitionId,
  name,
  items,
}: {
  definitionId: string;
  name: string;
  items: HistoryItem[];
}) {
  const words = useWords(diagramWords);
  const text = useText();
  const xml = useDefinitionXml(definitionId);
  const path = useMemo(() => pathIn(items, definitionId), [items, definitionId]);
  const label = [
    words.diagram(name),
    path.current.length > 0 ? words.standsAt(path.current.map(text).join(', ')) : '',
  ].join('. ');
  return (
    <QueryState query={xml}>
      {(drawing) => (
        <Suspense fallback={<LoadingLines />}>
          <LazyDiagram xml={drawing} label={label} path={path} />
        </Suspense>
      )}
    </QueryState>
  );
}
