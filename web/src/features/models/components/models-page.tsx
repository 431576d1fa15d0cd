import { Card, Menu, Segmented, Spin, Tag } from 'antd';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { formatInstant } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useDefinitionXml } from '../../diagram/api/definition-xml.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { diagramWords } from '../../diagram/words.js';
import { useProcesses, type ProcessModel, type ProcessVersion } from '../api/processes.js';
import { modelWords } from '../words.js';
import './models-page.css';

/** Models with their versions, to look at. */
export function ModelsPage() {
  const words = useWords(modelWords);
  const processes = useProcesses();
  return (
    <Page title={words.title} lead={words.lead}>
      <QueryState query={processes} isEmpty={(items) => items.length === 0}>
        {(items) => <ModelBrowser models={items} />}
      </QueryState>
    </Page>
  );
}

function ModelBrowser({ models }: { models: ProcessModel[] }) {
  const words = useWords(modelWords);
  const [search, setSearch] = useSearchParams();
  const model = models.find((candidate) => candidate.key === search.get('model')) ?? models[0];
  const version =
    model?.versions.find((candidate) => String(candidate.version) === search.get('version')) ??
    model?.versions[0];
  if (!model || !version) return null;
  return (
    <div className="models">
      <Card size="small" className="models-list">
        <nav aria-label={words.model}>
          <Menu
            mode="inline"
            style={{ border: 0 }}
            selectedKeys={[model.key]}
            onClick={({ key }) => setSearch({ model: key })}
            items={models.map(({ key, name }) => ({ key, label: name }))}
          />
        </nav>
      </Card>
      <Card size="small" title={model.name}>
        <Segmented
          className="model-versions"
          size="small"
          aria-label={words.versions}
          value={version.version}
          onChange={(chosen) => setSearch({ model: model.key, version: String(chosen) })}
          options={model.versions
            .slice(0, 8)
            .map((candidate) => ({ value: candidate.version, label: words.version(candidate.version) }))}
        />
        <VersionDiagram name={model.name} version={version} />
      </Card>
    </div>
  );
}

function VersionDiagram({ name, version }: { name: string; version: ProcessVersion }) {
  const words = useWords(modelWords);
  const diagram = useWords(diagramWords);
  const { language } = useLanguage();
  const xml = useDefinitionXml(version.definitionId);
  return (
    <>
      <p className="soft">
        {version.latest && <Tag color="green">{words.latest}</Tag>}
        {version.deployedAt && `${words.deployedAt} ${formatInstant(version.deployedAt, language)}`}
      </p>
      <QueryState query={xml}>
        {(drawing) => (
          <Suspense fallback={<Spin />}>
            <LazyDiagram
              key={version.definitionId}
              xml={drawing}
              label={diagram.diagram(name)}
              height={520}
            />
          </Suspense>
        )}
      </QueryState>
    </>
  );
}
