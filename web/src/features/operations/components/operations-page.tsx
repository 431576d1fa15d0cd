import { Alert } from 'antd';
import { useSearchParams } from 'react-router';
import { Choice } from '../../../components/choice.js';
import { formatTime } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { AreaChoice } from '../../recap/components/area-choice.js';
import { useOverview, useWorkforce } from '../api/operations.js';
import { incidentsPath } from '../incidents-path.js';
import { operationsWords } from '../words.js';
import { AreaLoads } from './area-loads.js';
import { Figures } from './figures.js';
import { RunningOut } from './running-out.js';
import { StatusTable } from './status-table.js';
import { StepDiagram } from './step-diagram.js';
import { TopicTable } from './topic-table.js';
import { WorkerTable } from './worker-table.js';
import './operations-page.css';

/** How the installation does now: cases by status, step and area, what is stuck, and who works. */
export function OperationsPage() {
  const words = useWords(operationsWords);
  const text = useText();
  const { language } = useLanguage();
  const officer = useOfficer();
  const eventTypes = useEventTypes();
  const [search, setSearch] = useSearchParams();
  const area = search.get('area') ?? officer.areaCode;
  const type = search.get('type') ?? '';
  const overview = useOverview({ area, type });
  const narrowed = { area: area === officer.areaCode ? '' : area, type };
  const workforce = useWorkforce();
  const choose = (change: Record<string, string>) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [key, value] of Object.entries(change)) {
        if (value === '') after.delete(key);
        else after.set(key, value);
      }
      return after;
    });
  const unserved = workforce.data?.topics.filter((one) => one.unserved) ?? [];
  return (
    <Page
      title={words.title}
      lead={overview.data && words.lead(formatTime(overview.data.at, language))}
      actions={
        <>
          <AreaChoice
            own={officer.areaCode}
            value={area}
            onChange={(code) => choose({ area: code === officer.areaCode ? '' : code })}
          />
          <Choice
            label={words.type}
            value={type}
            onChange={(value) => choose({ type: value })}
            options={[
              ['', words.anyType],
              ...(eventTypes.data ?? []).map(({ id, names }) => [id, text(names)] as const),
            ]}
          />
        </>
      }
    >
      {unserved.length > 0 && (
        <Alert
          className="bar"
          type="warning"
          showIcon
          role="alert"
          title={words.unserved(unserved.map(({ topic }) => topic).join(', '))}
        />
      )}
      <QueryState query={overview}>
        {(found) => (
          <>
            <RunningOut items={found.runningOut} />
            <Figures overview={found} incidentsPath={incidentsPath(narrowed)} />
            <StepDiagram
              steps={found.steps}
              narrowed={narrowed}
              at={found.at}
              model={search.get('model')}
              version={search.get('version')}
              onChoose={choose}
            />
            <div className="operations-pair">
              <StatusTable cases={found.cases} />
              <AreaLoads
                overview={found}
                own={officer.areaCode}
                type={type}
                onOpen={(code) => choose({ area: code === officer.areaCode ? '' : code })}
              />
            </div>
            <QueryState query={workforce}>
              {({ workers, topics }) => (
                <>
                  <WorkerTable workers={workers} />
                  <TopicTable topics={topics} workers={workers} attempts={found.attempts} />
                </>
              )}
            </QueryState>
          </>
        )}
      </QueryState>
    </Page>
  );
}
