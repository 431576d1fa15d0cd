import { Suspense, useMemo } from 'react';
import { LoadingLines } from '../../../components/loading-lines.js';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import { useDefinitionXml } from '../../diagram/api/definition-xml.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { diagramWords } from '../../diagram/words.js';
import type { ProcessVersion } from '../../models/api/processes.js';
import { migrationWords } from '../words.js';

interface TwoDiagramsProps {
  name: string;
  source: ProcessVersion;
  target: ProcessVersion;
  /** Elements to point at in each. */
  shown: { source: string[]; target: string[] };
}

/** The old version and the new one, side by side. */
export function TwoDiagrams({ name, source, target, shown }: TwoDiagramsProps) {
  const words = useWords(migrationWords);
  return (
    <div className="migration-diagrams">
      <VersionDiagram
        title={words.oldDiagram(source.version)}
        definitionId={source.definitionId}
        name={name}
        elements={shown.source}
      />
      <VersionDiagram
        title={words.newDiagram(target.version)}
        definitionId={target.definitionId}
        name={name}
        elements={shown.target}
      />
    </div>
  );
}

interface VersionDiagramProps {
  title: string;
  definitionId: string;
  name: string;
  elements: string[];
}

function VersionDiagram({ title, definitionId, name, elements }: VersionDiagramProps) {
  const diagram = useWords(diagramWords);
  const xml = useDefinitionXml(definitionId);
  const path = useMemo(
    () => ({
      visits: elements.map((element) => ({ element, start: '', end: null, cancelled: false })),
      incidents: [],
    }),
    [elements],
  );
  return (
    <section>
      <h3>{title}</h3>
      <QueryState query={xml}>
        {(drawing) => (
          <Suspense fallback={<LoadingLines />}>
            <LazyDiagram
              xml={drawing}
              label={`${diagram.diagram(name)}, ${title}`}
              path={path}
              height={260}
            />
          </Suspense>
        )}
      </QueryState>
    </section>
  );
}
