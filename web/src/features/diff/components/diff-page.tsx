import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useProcesses, useProcessVersions, type ProcessModel } from '../../models/api/processes.js';
import { diffWords } from '../words.js';
import { DiffView } from './diff-view.js';
import './diff-page.css';

/** Two deployed versions of a model beside each other. Which ones stands in the address: `?model=birth&before=1&after=2`. */
export function DiffPage() {
  const words = useWords(diffWords);
  const processes = useProcesses();
  return (
    <Page title={words.title} lead={words.lead} actions={<LinkButton to="/models">{words.back}</LinkButton>}>
      <QueryState query={processes} isEmpty={(items) => items.length === 0}>
        {(items) => <VersionPicker models={items} />}
      </QueryState>
    </Page>
  );
}

function VersionPicker({ models }: { models: ProcessModel[] }) {
  const words = useWords(diffWords);
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const model = models.find(({ key }) => key === search.get('model')) ?? models[0];
  if (!model) return null;
  return (
    <div className="diff-pickers">
      <label>
        {words.model}
        <Select
          aria-label={words.model}
          value={model.key}
          onChange={(key) => setSearch({ model: key })}
          options={models.map(({ key, names }) => ({ value: key, label: text(names) }))}
          style={{ minWidth: 220 }}
        />
      </label>
      <Versions
        key={model.key}
        model={model.key}
        chosen={{ before: search.get('before'), after: search.get('after') }}
        onChoose={(versions) => setSearch({ model: model.key, ...versions })}
      />
    </div>
  );
}

interface VersionsProps {
  model: string;
  /** Numbers of versions; null: the two newest. */
  chosen: Record<'before' | 'after', string | null>;
  onChoose(versions: Record<'before' | 'after', string>): void;
}

function Versions({ model, chosen, onChoose }: VersionsProps) {
  const words = useWords(diffWords);
  const versions = useProcessVersions(model);
  return (
    <QueryState query={versions}>
      {(items) => {
        const find = (number: string | null) => items.find(({ version }) => String(version) === number);
        const after = find(chosen.after) ?? items[0];
        const before = find(chosen.before) ?? items[1];
        if (!before || !after) return <NothingHere>{words.oneVersion}</NothingHere>;
        const numbers = { before: String(before.version), after: String(after.version) };
        return (
          <>
            {(['before', 'after'] as const).map((side) => (
              <label key={side}>
                {words[side]}
                <Select
                  aria-label={words[side]}
                  value={numbers[side]}
                  onChange={(version) => onChoose({ ...numbers, [side]: version })}
                  options={items.map(({ version }) => ({
                    value: String(version),
                    label: words.version(version),
                  }))}
                  style={{ minWidth: 120 }}
                />
              </label>
            ))}
            <div className="diff-result">
              <DiffView
                key={`${before.definitionId} ${after.definitionId}`}
                before={{ definitionId: before.definitionId }}
                after={{ definitionId: after.definitionId }}
              />
            </div>
          </>
        );
      }}
    </QueryState>
  );
}
