import { Button, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { Choice } from '../../../components/choice.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { AreaChoice } from '../../recap/components/area-choice.js';
import { FILTERS, useIncidentGroups, type IncidentFilter, type IncidentGroups } from '../api/incidents.js';
import { useRetryRun } from '../api/retry-run.js';
import { kindName } from '../kind-name.js';
import { incidentWords } from '../words.js';
import { CauseTable } from './cause-table.js';
import { IncidentList } from './incident-list.js';
import { RetryResult } from './retry-result.js';
import './incidents-page.css';

/** What stands still: by cause or one by one, and tried again. */
export function IncidentsPage() {
  const words = useWords(incidentWords);
  const officer = useOfficer();
  const [search, setSearch] = useSearchParams();
  const filter: IncidentFilter = Object.fromEntries(
    FILTERS.flatMap((key) => {
      const value = search.get(key);
      return value === null ? [] : [[key, value] as const];
    }),
  );
  const isList = search.get('view') === 'list';
  const { run, isBusy, ...retry } = useRetryRun();
  const groups = useIncidentGroups(filter, run?.startedAt);
  const fresh = (groups.data?.items ?? []).reduce((sum, group) => sum + group.fresh, 0);
  const mayRetry = officer.role === 'admin';
  const show = (next: IncidentFilter, view = isList) =>
    setSearch({
      ...(view && { view: 'list' }),
      ...Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')),
    });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Segmented
          aria-label={words.view}
          value={isList ? 'list' : 'causes'}
          options={[
            { value: 'causes', label: words.byCause },
            { value: 'list', label: words.asList },
          ]}
          onChange={(view) => show(filter, view === 'list')}
        />
      }
    >
      <FilterBar filter={filter} choices={groups.data?.choices} onChange={show} />
      {run?.error && <ProblemAlert error={run.error} />}
      {run && <RetryResult run={run} fresh={fresh} onEnd={retry.end} onClose={retry.close} />}
      {groups.error && <ProblemAlert error={groups.error} onRetry={() => void groups.refetch()} />}
      {isList ? (
        <IncidentList
          filter={filter}
          mayRetry={mayRetry}
          busy={isBusy}
          onRetry={(ids) => retry.start({ ids }, ids.length)}
        />
      ) : (
        <CauseTable
          groups={groups.data?.items ?? []}
          isPending={groups.isPending}
          mayRetry={mayRetry}
          busy={isBusy}
          onOpen={(cause) => show({ ...filter, cause }, true)}
          onRetry={(cause, count) => retry.start({ ...filter, cause }, count)}
        />
      )}
    </Page>
  );
}

interface FilterBarProps {
  filter: IncidentFilter;
  choices: IncidentGroups['choices'] | undefined;
  onChange(filter: IncidentFilter): void;
}

function FilterBar({ filter, choices, onChange }: FilterBarProps) {
  const words = useWords(incidentWords);
  const text = useText();
  const officer = useOfficer();
  const eventTypes = useEventTypes();
  const nameOfType = (type: string) => {
    const names = eventTypes.data?.find(({ id }) => id === type)?.names;
    return names ? text(names) : type;
  };
  const choice = (
    key: 'type' | 'step' | 'topic' | 'kind',
    label: string,
    any: string,
    options: (readonly [string, string])[],
  ) => {
    const value = filter[key] ?? '';
    // What is chosen stays to be seen when its last incident is gone.
    const isThere = value === '' || options.some(([one]) => one === value);
    return (
      <Choice
        label={label}
        value={value}
        onChange={(chosen) => onChange({ ...filter, [key]: chosen })}
        options={[['', any], ...options, ...(isThere ? [] : [[value, value] as const])]}
      />
    );
  };
  return (
    <div className="incident-filters">
      <AreaChoice
        own={officer.areaCode}
        value={filter.area ?? officer.areaCode}
        onChange={(area) => onChange({ ...filter, area: area === officer.areaCode ? '' : area })}
      />
      {choice(
        'type',
        words.types,
        words.anyType,
        (choices?.types ?? []).map((type) => [type, nameOfType(type)] as const),
      )}
      {choice(
        'step',
        words.step,
        words.anyStep,
        (choices?.steps ?? []).map(({ element, names }) => [element, text(names)] as const),
      )}
      {choice(
        'topic',
        words.topic,
        words.anyTopic,
        (choices?.topics ?? []).map((topic) => [topic, topic] as const),
      )}
      {choice(
        'kind',
        words.kind,
        words.anyKind,
        (choices?.kinds ?? []).map((kind) => [kind, kindName(words, kind)] as const),
      )}
      {filter.cause && (
        <Button type="link" onClick={() => onChange({ ...filter, cause: '' })}>
          {words.oneCause} · {words.allCauses}
        </Button>
      )}
    </div>
  );
}
