import { Card, Table, type TableProps } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import {
  useConformance,
  type Conformance,
  type DeviatingCase,
  type Question,
  type Variant,
} from '../api/analysis.js';
import { tellDeviation } from '../tell-deviation.js';
import { tellSeconds, tellShare } from '../tell-numbers.js';
import { analysisWords } from '../words.js';
import { CaseReplayLink } from './case-replay-link.js';

/** The ways that cases took, each case judged by its own version of the model. */
export function ConformanceView({ question }: { question: Question }) {
  const words = useWords(analysisWords);
  const conformance = useConformance(question);
  return (
    <QueryState
      query={conformance}
      isEmpty={({ cases }) => cases === 0}
      empty={<NothingHere>{words.noCases}</NothingHere>}
    >
      {(found) => (
        <div className="analysis">
          <Verdicts found={found} />
          <DeviatingCases found={found} />
          <Variants found={found} />
        </div>
      )}
    </QueryState>
  );
}

function Verdicts({ found }: { found: Conformance }) {
  const words = useWords(analysisWords);
  return (
    <Card size="small">
      <dl className="analysis-figures">
        {(['conforming', 'deviating', 'notJudged'] as const).map((verdict) => (
          <div key={verdict}>
            <dt>{words[verdict]}</dt>
            <dd>{found[verdict]}</dd>
          </div>
        ))}
      </dl>
      <p className="soft analysis-note">
        {words.conformanceNote} {found.notJudged > 0 && words.notJudgedNote}
      </p>
    </Card>
  );
}

function DeviatingCases({ found }: { found: Conformance }) {
  const words = useWords(analysisWords);
  const text = useText();
  const columns: TableProps<DeviatingCase>['columns'] = [
    {
      title: words.ticket,
      render: (_, { reportId, ticket }) => <CaseReplayLink reportId={reportId}>{ticket}</CaseReplayLink>,
    },
    { title: words.area, dataIndex: 'areaName', responsive: ['sm'] },
    {
      title: words.model,
      responsive: ['md'],
      render: (_, { model, version }) => `${text(model)} · v${version ?? '?'}`,
    },
    {
      title: words.why,
      render: (_, { why }) => (
        <ul className="plain-list">
          {why.map((deviation, place) => (
            <li key={place}>{tellDeviation(deviation, words, text)}</li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.deviatingCases}</h2>}>
      {found.deviating === 0 ? (
        <NothingHere>{words.allConform}</NothingHere>
      ) : (
        <>
          {found.deviating > found.deviations.length && (
            <p className="soft analysis-note">{words.shownOf(found.deviations.length, found.deviating)}</p>
          )}
          <Table<DeviatingCase>
            rowKey="reportId"
            size="small"
            aria-label={words.deviatingCases}
            columns={columns}
            dataSource={found.deviations}
            pagination={false}
          />
        </>
      )}
    </Card>
  );
}

function Variants({ found }: { found: Conformance }) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  const columns: TableProps<Variant>['columns'] = [
    {
      title: words.way,
      render: (_, { steps, deviating }) => (
        <>
          {deviating > 0 && <LabelTag tone="bad">{`${words.deviating}: ${deviating}`}</LabelTag>}
          <ol className="variant-steps">
            {steps.map(({ names }, place) => (
              <li key={place}>{text(names)}</li>
            ))}
          </ol>
        </>
      ),
    },
    {
      title: words.cases,
      align: 'right',
      className: 'analysis-number',
      render: (_, { cases, share }) => `${cases} (${tellShare(share, language)})`,
    },
    { title: words.running, align: 'right', dataIndex: 'running', responsive: ['md'] },
    {
      title: words.median,
      align: 'right',
      className: 'analysis-number',
      render: (_, { median }) => tellSeconds(median, language),
    },
    {
      title: words.example,
      responsive: ['sm'],
      render: (_, { exampleId }, place) => (
        <CaseReplayLink reportId={exampleId}>{words.openExample(place + 1)}</CaseReplayLink>
      ),
    },
  ];
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.variants}</h2>}>
      <p className="soft analysis-note">
        {words.variantsNote}
        {found.variantCount > found.variants.length &&
          ` · ${words.shownOf(found.variants.length, found.variantCount)}`}
      </p>
      <Table<Variant>
        rowKey="exampleId"
        size="small"
        aria-label={words.variants}
        columns={columns}
        dataSource={found.variants}
        pagination={false}
      />
    </Card>
  );
}
