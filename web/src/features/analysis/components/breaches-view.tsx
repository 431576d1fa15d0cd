import { BREACH_CAUSES, type BreachCause } from '@lampid/domain/analysis/breach-cause';
import { Alert, Card, Table, type TableProps } from 'antd';
import { formatInstant } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useBreaches, type Breach, type BreachGroup, type Breaches, type Question } from '../api/analysis.js';
import { tellSeconds } from '../tell-numbers.js';
import { analysisWords } from '../words.js';
import { OfficerName } from '../../officers/officer-name.js';
import { CaseReplayLink } from './case-replay-link.js';
import { numberColumn } from './number-column.js';

const CAUSE_WORDS = {
  returned: 'causeReturned',
  siak: 'causeSiak',
  delivery: 'causeDelivery',
  incident: 'causeIncident',
  unclaimed: 'causeUnclaimed',
  held: 'causeHeld',
} as const satisfies Record<BreachCause, keyof typeof analysisWords>;

/** Tasks past their due time: where, why, and in which cases. */
export function BreachesView({ question }: { question: Question }) {
  const words = useWords(analysisWords);
  const breaches = useBreaches(question);
  return (
    <QueryState
      query={breaches}
      isEmpty={({ tasks }) => tasks === 0}
      empty={<NothingHere>{words.noBreaches}</NothingHere>}
    >
      {(found) => (
        <div className="analysis">
          {found.tasksCut && <Alert type="warning" showIcon title={words.breachesCut(found.tasks)} />}
          <Causes found={found} />
          <Groups title={words.byStep} of={words.step} groups={found.byStep} causes={causesIn(found)} />
          <Groups title={words.byArea} of={words.area} groups={found.byArea} causes={causesIn(found)} />
          <LateTasks found={found} />
        </div>
      )}
    </QueryState>
  );
}

const causesIn = ({ causes }: Breaches) => BREACH_CAUSES.filter((cause) => causes[cause] > 0);

function Causes({ found }: { found: Breaches }) {
  const words = useWords(analysisWords);
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.causes}</h2>}>
      <p className="soft analysis-note">{words.breachCount(found.tasks)}</p>
      <dl className="analysis-figures">
        {causesIn(found).map((cause) => (
          <div key={cause}>
            <dt>{words[CAUSE_WORDS[cause]]}</dt>
            <dd>{found.causes[cause]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

interface GroupsProps {
  title: string;
  of: string;
  groups: BreachGroup[];
  causes: BreachCause[];
}

function Groups({ title, of, groups, causes }: GroupsProps) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  const columns: TableProps<BreachGroup>['columns'] = [
    {
      title: of,
      render: (_, { names }) => text(names),
      sorter: (one, other) => text(one.names).localeCompare(text(other.names)),
    },
    numberColumn(words.tasks, ({ tasks }) => tasks),
    numberColumn(words.open, ({ open }) => open),
    numberColumn(words.latenessMedian, ({ median }) => median, {
      tell: (seconds) => tellSeconds(seconds, language),
    }),
    ...causes.map((cause) =>
      numberColumn<BreachGroup>(words[CAUSE_WORDS[cause]], (group) => group.causes[cause]),
    ),
  ];
  return (
    <Card size="small" title={<h2 className="analysis-heading">{title}</h2>}>
      <Table<BreachGroup>
        rowKey="key"
        size="small"
        aria-label={title}
        columns={columns}
        dataSource={groups}
        pagination={false}
        scroll={{ x: 640 }}
      />
    </Card>
  );
}

function LateTasks({ found }: { found: Breaches }) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  const columns: TableProps<Breach>['columns'] = [
    {
      title: words.ticket,
      render: (_, { reportId, ticket }) => <CaseReplayLink reportId={reportId}>{ticket}</CaseReplayLink>,
    },
    { title: words.step, render: (_, { step }) => text(step) },
    { title: words.area, dataIndex: 'areaName', responsive: ['md'] },
    {
      title: words.cause,
      render: (_, { cause }) => <LabelTag>{words[CAUSE_WORDS[cause]]}</LabelTag>,
    },
    {
      title: words.officer,
      responsive: ['lg'],
      render: (_, { officer }) => (officer === null ? '–' : <OfficerName of={officer} />),
    },
    { title: words.due, responsive: ['md'], render: (_, { dueAt }) => formatInstant(dueAt, language) },
    {
      title: words.ended,
      responsive: ['lg'],
      render: (_, { endedAt }) => (endedAt === null ? words.stillOpen : formatInstant(endedAt, language)),
    },
    numberColumn(words.lateBy, ({ late }) => late, { tell: (seconds) => tellSeconds(seconds, language) }),
  ];
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.tasksLate}</h2>}>
      {found.tasks > found.items.length && (
        <p className="soft analysis-note">{words.shownOf(found.items.length, found.tasks)}</p>
      )}
      <Table<Breach>
        rowKey="taskId"
        size="small"
        aria-label={words.tasksLate}
        columns={columns}
        dataSource={found.items}
        pagination={false}
        scroll={{ x: 700 }}
      />
    </Card>
  );
}
