import { Button, Card, Menu, Select } from 'antd';
import { LinkButton } from '../../../components/link-button.js';
import { LabelTag } from '../../../components/label-tag.js';
import { Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useDefinitionXml } from '../../diagram/api/definition-xml.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { diagramWords } from '../../diagram/words.js';
import {
  useProcesses,
  useProcessVersions,
  type ProcessModel,
  type ProcessVersion,
} from '../api/processes.js';
import { BeginDraftDialog } from '../../studio/components/begin-draft-dialog.js';
import { studioWords } from '../../studio/words.js';
import { modelWords } from '../words.js';
import './models-page.css';
import { LoadingLines } from '../../../components/loading-lines.js';
import { useNames } from '../../officers/use-names.js';

/** Models with their versions, to look at. */
export function ModelsPage() {
  const words = useWords(modelWords);
  const processes = useProcesses();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<LinkButton to="/migrations">{words.migrations}</LinkButton>}
    >
      <QueryState query={processes} isEmpty={(items) => items.length === 0}>
        {(items) => <ModelBrowser models={items} />}
      </QueryState>
    </Page>
  );
}

function ModelBrowser({ models }: { models: ProcessModel[] }) {
  const words = useWords(modelWords);
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const model = models.find((candidate) => candidate.key === search.get('model')) ?? models[0];
  if (!model) return null;
  return (
    <div className="models">
      <Card size="small" className="models-list">
        <nav aria-label={words.model}>
          <Menu
            mode="inline"
            style={{ border: 0 }}
            selectedKeys={[model.key]}
            onClick={({ key }) => setSearch({ model: key })}
            items={models.map(({ key, names }) => ({ key, label: text(names) }))}
          />
        </nav>
      </Card>
      <ModelCard
        key={model.key}
        model={model}
        chosen={search.get('version')}
        onChoose={(version) => setSearch({ model: model.key, version })}
      />
    </div>
  );
}

interface ModelCardProps {
  model: ProcessModel;
  chosen: string | null;
  onChoose(version: string): void;
}

function ModelCard({ model, chosen, onChoose }: ModelCardProps) {
  const words = useWords(modelWords);
  const text = useText();
  const studio = useWords(studioWords);
  const versions = useProcessVersions(model.key);
  const isAnalyst = useOfficer().role === 'analyst';
  const [begins, setBegins] = useState(false);
  const mayTry = isAnalyst && model.eventType !== null;
  return (
    <Card
      size="small"
      title={text(model.names)}
      extra={mayTry && <Link to={`/what-if?model=${model.key}`}>{words.whatIf}</Link>}
    >
      <QueryState query={versions}>
        {(items) => {
          const version = items.find((candidate) => String(candidate.version) === chosen) ?? items[0];
          if (!version) return null;
          return (
            <>
              <Select
                aria-label={words.versions}
                value={String(version.version)}
                onChange={onChoose}
                style={{ minWidth: 160 }}
                options={items.map((item) => ({
                  value: String(item.version),
                  label: words.version(item.version),
                }))}
              />
              {items.length > 1 && (
                <Link
                  className="model-compare"
                  to={`/models/compare?${new URLSearchParams({ model: model.key })}`}
                >
                  {words.compare}
                </Link>
              )}
              {isAnalyst && (
                <Button className="model-change" onClick={() => setBegins(true)}>
                  {version.version === model.latest.version ? studio.change : studio.goBack}
                </Button>
              )}
              {begins && (
                <BeginDraftDialog
                  from={version}
                  isOlder={version.version !== model.latest.version}
                  onClose={() => setBegins(false)}
                />
              )}
              <p className="model-facts">
                {version.version === model.latest.version && <LabelTag tone="good">{words.latest}</LabelTag>}{' '}
                <LabelTag tone={version.running > 0 ? 'info' : 'neutral'}>
                  {words.running(version.running)}
                </LabelTag>
              </p>
              {version.deployed && <DeployedBy deployed={version.deployed} />}
              <VersionDiagram name={text(model.names)} version={version} />
            </>
          );
        }}
      </QueryState>
    </Card>
  );
}

function DeployedBy({ deployed }: { deployed: NonNullable<ProcessVersion['deployed']> }) {
  const words = useWords(modelWords);
  const nameOf = useNames();
  const { language } = useLanguage();
  const { why, proposedBy, approvedBy, at, draftId } = deployed;
  return (
    <p>
      {words.deployedBy(nameOf(proposedBy), nameOf(approvedBy), formatInstant(at, language))} {why}{' '}
      <Link to={`/studio/${draftId}`}>{words.itsDraft}</Link>
    </p>
  );
}

function VersionDiagram({ name, version }: { name: string; version: ProcessVersion }) {
  const diagram = useWords(diagramWords);
  const xml = useDefinitionXml(version.definitionId);
  return (
    <QueryState query={xml}>
      {(drawing) => (
        <Suspense fallback={<LoadingLines />}>
          <LazyDiagram key={version.definitionId} xml={drawing} label={diagram.diagram(name)} height={520} />
        </Suspense>
      )}
    </QueryState>
  );
}
