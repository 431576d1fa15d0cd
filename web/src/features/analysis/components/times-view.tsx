import { Card, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { NothingHere } from '../../../components/nothing-here.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import type { AreaTime, ModelTime, StepTime, Times } from '../api/analysis.js';
import { isStay } from '../heat-scale.js';
import { tellSeconds, tellShare } from '../tell-numbers.js';
import { analysisWords } from '../words.js';
import { AreaWaits } from './area-waits.js';
import { HeatCard } from './heat-card.js';
import { ascending, numberColumn } from './number-column.js';

const BOTTLENECKS = 8;

/** Where the time goes: on the drawing, step by step, and by area. */
export function TimesView({ times }: { times: Times }) {
  const words = useWords(analysisWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const model = times.models.find(({ definitionId }) => definitionId === chosen) ?? times.models[0];
  if (!model) return <NothingHere>{words.noCases}</NothingHere>;
  return (
    <div className="analysis">
      <HeatCard models={times.models} model={model} onChoose={setChosen} />
      <div className="analysis-pair">
        <Bottlenecks model={model} />
        <AreaTable areas={times.areas} />
      </div>
      <AreaWaits areas={times.areas} waits={times.waits} />
      <StepTable model={model} />
    </div>
  );
}

function Bottlenecks({ model }: { model: ModelTime }) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  const ranked = model.steps
    .filter((step) => isStay(step) && step.share !== null && step.total > 0)
    .sort((one, other) => other.total - one.total)
    .slice(0, BOTTLENECKS);
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.bottlenecks}</h2>}>
      <p className="soft analysis-note">{words.bottlenecksNote}</p>
      <ol className="bottlenecks">
        {ranked.map(({ element, names, total, share }) => (
          <li key={element}>
            <span className="bottleneck-name">{text(names)}</span>
            <span className="soft">
              {words.bottleneck(tellSeconds(total, language), tellShare(share!, language))}
            </span>
            <span className="bottleneck-bar" aria-hidden>
              <span style={{ width: `${Math.min(100, share! * 100)}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function AreaTable({ areas }: { areas: AreaTime[] }) {
  const words = useWords(analysisWords);
  const { language } = useLanguage();
  const seconds = (value: number | null) => tellSeconds(value, language);
  const columns: TableProps<AreaTime>['columns'] = [
    { title: words.area, dataIndex: 'name', sorter: (one, other) => one.name.localeCompare(other.name) },
    numberColumn(words.cases, ({ cases }) => cases),
    numberColumn(words.open, ({ open }) => open),
    numberColumn(words.late, ({ late }) => late),
    numberColumn(words.median, ({ median }) => median, { tell: seconds }),
    {
      ...numberColumn<AreaTime>(words.p90, ({ p90 }) => p90, { tell: seconds }),
      defaultSortOrder: 'descend',
    },
  ];
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.areas}</h2>}>
      <p className="soft analysis-note">{words.areasNote}</p>
      <Table<AreaTime>
        rowKey="code"
        size="small"
        aria-label={words.areas}
        columns={columns}
        dataSource={areas}
        pagination={false}
        scroll={{ x: 440 }}
      />
    </Card>
  );
}

function StepTable({ model }: { model: ModelTime }) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  const tell = { tell: (value: number | null) => tellSeconds(value, language) };
  const columns: TableProps<StepTime>['columns'] = [
    {
      title: words.step,
      render: (_, { names }) => text(names),
      className: 'analysis-step',
      sorter: (one, other) => ascending(model.steps.indexOf(one), model.steps.indexOf(other)),
    },
    numberColumn(words.count, ({ entered }) => entered),
    numberColumn(words.open, ({ open }) => open),
    numberColumn(words.wholeMedian, ({ whole }) => whole.median, tell),
    numberColumn(words.wholeHigh, ({ whole }) => whole.p90, tell),
    numberColumn(words.waitMedian, ({ waiting }) => waiting.median, tell),
    numberColumn(words.waitHigh, ({ waiting }) => waiting.p90, tell),
    numberColumn(words.workMedian, ({ working }) => working.median, tell),
    numberColumn(words.workHigh, ({ working }) => working.p90, tell),
    numberColumn(words.share, ({ share }) => share, {
      tell: (share) => (share === null ? '–' : tellShare(share, language)),
    }),
  ];
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.steps}</h2>}>
      <p className="soft analysis-note">{words.stepsNote}</p>
      <Table<StepTime>
        rowKey="element"
        size="small"
        aria-label={words.steps}
        columns={columns}
        dataSource={model.steps.filter(isStay)}
        pagination={false}
        scroll={{ x: 960 }}
      />
    </Card>
  );
}
