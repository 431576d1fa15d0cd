import { Card, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useProcesses, useProcessVersions, type ProcessModel } from '../../models/api/processes.js';
import { migrationWords } from '../words.js';
import { PlanDesk } from './plan-desk.js';

/** Step by step: two versions, the mapping, what it would do, the proposal. The choice of versions stands in the address. */
export function NewMigration() {
  const words = useWords(migrationWords);
  const processes = useProcesses();
  return (
    <Page
      title={words.newTitle}
      lead={words.newLead}
      actions={<LinkButton to="/migrations">{words.back}</LinkButton>}
    >
      <QueryState query={processes} isEmpty={(items) => items.length === 0}>
        {(items) => <Choice models={items} />}
      </QueryState>
    </Page>
  );
}

function Choice({ models }: { models: ProcessModel[] }) {
  const words = useWords(migrationWords);
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const model = models.find(({ key }) => key === search.get('model')) ?? models[0];
  if (!model) return null;
  return (
    <div className="migration-stack">
      <Versions
        key={model.key}
        model={model}
        chosen={{ source: search.get('from'), target: search.get('to') }}
        onChoose={(versions) => setSearch({ model: model.key, ...versions })}
        choice={
          <label>
            <span>{words.model}</span>
            <Select
              aria-label={words.model}
              value={model.key}
              onChange={(key) => setSearch({ model: key })}
              style={{ width: 260 }}
              options={models.map(({ key, names }) => ({ value: key, label: text(names) }))}
            />
          </label>
        }
      />
    </div>
  );
}

interface VersionsProps {
  model: ProcessModel;
  /** Version numbers as the address has them. */
  chosen: { source: string | null; target: string | null };
  onChoose(versions: { from: string; to: string }): void;
  choice: React.ReactNode;
}

function Versions({ model, chosen, onChoose, choice }: VersionsProps) {
  const words = useWords(migrationWords);
  const text = useText();
  const versions = useProcessVersions(model.key);
  return (
    <QueryState query={versions}>
      {(items) => {
        const target = items.find(({ version }) => String(version) === chosen.target) ?? items[0];
        const others = items.filter(({ version }) => version !== target?.version);
        const source =
          others.find(({ version }) => String(version) === chosen.source) ??
          others.find(({ running }) => running > 0) ??
          others[0];
        const options = (from: typeof items) =>
          from.map(({ version, running }) => ({
            value: String(version),
            label: words.version(version, running),
          }));
        return (
          <>
            <Card size="small" title={words.versions}>
              <div className="migration-choice">
                {choice}
                {source && target && (
                  <>
                    <label>
                      <span>{words.source}</span>
                      <Select
                        aria-label={words.source}
                        value={String(source.version)}
                        onChange={(from) => onChoose({ from, to: String(target.version) })}
                        style={{ width: 220 }}
                        options={options(others)}
                      />
                    </label>
                    <label>
                      <span>{words.target}</span>
                      <Select
                        aria-label={words.target}
                        value={String(target.version)}
                        onChange={(to) => onChoose({ from: String(source.version), to })}
                        style={{ width: 220 }}
                        options={options(items.filter(({ version }) => version !== source.version))}
                      />
                    </label>
                  </>
                )}
              </div>
              {!source && <NothingHere>{words.oneVersion}</NothingHere>}
            </Card>
            {source && target && (
              <PlanDesk
                key={`${source.definitionId} ${target.definitionId}`}
                source={source}
                target={target}
                name={text(model.names)}
              />
            )}
          </>
        );
      }}
    </QueryState>
  );
}
