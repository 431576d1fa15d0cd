import { Card } from 'antd';
import { Suspense, useMemo } from 'react';
import { Choice } from '../../../components/choice.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useDefinitionXml } from '../../diagram/api/definition-xml.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useProcesses, useProcessVersions, type ProcessModel } from '../../models/api/processes.js';
import type { OpenStep } from '../api/operations.js';
import { incidentsPath, type Counted } from '../incidents-path.js';
import { fullestModel, modelLoads, type ModelLoad } from '../model-loads.js';
import { operationsWords } from '../words.js';
import { LoadCells, LoadHeads } from './load-columns.js';

interface StepDiagramProps {
  steps: readonly OpenStep[];
  /** Instant at which they stood there. */
  at: string;
  /** What the page is narrowed to; empty: not narrowed. */
  narrowed: { area: string; type: string };
  /** Chosen, or null: the fullest model, all its versions on the drawing of the latest. */
  model: string | null;
  version: string | null;
  onChoose(change: Record<string, string>): void;
}

/** Where the cases are on their models. */
export function StepDiagram(props: StepDiagramProps) {
  const processes = useProcesses();
  return (
    <QueryState query={processes} isEmpty={(models) => models.length === 0}>
      {(models) => <ChosenModel {...props} models={models} />}
    </QueryState>
  );
}

function ChosenModel({
  steps,
  narrowed,
  at,
  model,
  version,
  onChoose,
  models,
}: StepDiagramProps & { models: ProcessModel[] }) {
  const words = useWords(operationsWords);
  const text = useText();
  const wanted = model ?? fullestModel(steps);
  const shown = models.find(({ key }) => key === wanted) ?? models[0]!;
  const versions = useProcessVersions(shown.key);
  const chosen = versions.data?.find((one) => String(one.version) === version);
  const isEventType = useEventTypes().data?.some(({ id }) => id === shown.key) ?? false;
  const loads = useMemo(
    () => modelLoads(steps, { processKey: shown.key, version: chosen?.version ?? null }),
    [steps, shown.key, chosen?.version],
  );
  return (
    <Card
      size="small"
      className="operations-card"
      title={<h2 className="operations-heading">{words.byStep}</h2>}
      extra={
        <div className="operations-choices">
          <Choice
            label={words.model}
            value={shown.key}
            onChange={(key) => onChoose({ model: key, version: '' })}
            options={models.map(({ key, names }) => [key, text(names)] as const)}
          />
          <Choice
            label={words.version}
            value={chosen ? String(chosen.version) : ''}
            onChange={(value) => onChoose({ model: shown.key, version: value })}
            options={[
              ['', words.allVersions],
              ...(versions.data ?? []).map(
                (one) => [String(one.version), words.versionOf(one.version)] as const,
              ),
            ]}
          />
        </div>
      }
    >
      <Drawing
        definitionId={chosen?.definitionId ?? shown.latest.definitionId}
        name={text(shown.names)}
        loads={loads}
      />
      <LoadTable
        loads={loads}
        name={text(shown.names)}
        at={at}
        // Other models have steps of the same id. A model that others call is no type of report.
        narrowed={{ ...narrowed, type: isEventType ? shown.key : narrowed.type }}
      />
    </Card>
  );
}

function Drawing({ definitionId, name, loads }: { definitionId: string; name: string; loads: ModelLoad[] }) {
  const words = useWords(operationsWords);
  const xml = useDefinitionXml(definitionId);
  return (
    <QueryState query={xml}>
      {(drawing) => (
        <Suspense fallback={<LoadingLines />}>
          <LazyDiagram
            key={definitionId}
            xml={drawing}
            label={words.diagram(name)}
            loads={loads}
            height={380}
          />
        </Suspense>
      )}
    </QueryState>
  );
}

interface LoadTableProps {
  loads: ModelLoad[];
  name: string;
  at: string;
  narrowed: Counted;
}

function LoadTable({ loads, name, at, narrowed }: LoadTableProps) {
  const words = useWords(operationsWords);
  const text = useText();
  if (loads.length === 0) return <NothingHere>{words.noSteps}</NothingHere>;
  return (
    <table className="operations-table" aria-label={`${words.byStep}: ${name}`}>
      <thead>
        <tr>
          <th scope="col">{words.step}</th>
          <th scope="col" className="operations-wide">
            {words.topic}
          </th>
          <LoadHeads />
        </tr>
      </thead>
      <tbody>
        {loads.map(({ element, names, topic, ...load }) => (
          <tr key={element}>
            <th scope="row">{text(names)}</th>
            <td className="operations-wide">{topic && <code>{topic}</code>}</td>
            <LoadCells
              load={load}
              name={text(names)}
              incidentsPath={incidentsPath({ view: 'list', ...narrowed, step: element })}
              at={at}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
