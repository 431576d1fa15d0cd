import { Card, Table, type TableProps } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import { formatInstant } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useProcesses } from '../../models/api/processes.js';
import { useModelName } from '../../models/use-model-name.js';
import { useWhatIfs, type WhatIfSummary } from '../api/what-if.js';
import { whatIfWords } from '../words.js';
import { ChooseCandidate } from './choose-candidate.js';
import { WhatIfResult } from './what-if-result.js';
import './what-if.css';

/** A candidate is put together and tried; earlier ones are found again. */
export function WhatIfPage() {
  const words = useWords(whatIfWords);
  const [search] = useSearchParams();
  const processes = useProcesses();
  const opened = search.get('run');
  // Who may not try anything is told so, before putting a candidate together.
  const whatIfs = useWhatIfs();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={opened && <LinkButton to="/what-if">{words.back}</LinkButton>}
    >
      <QueryState query={whatIfs}>
        {(earlier) => (
          <div className="what-if">
            {opened ? (
              <Card size="small" title={words.result}>
                <WhatIfResult key={opened} id={opened} />
              </Card>
            ) : (
              <QueryState query={processes} isEmpty={(items) => items.length === 0}>
                {(items) => <ChooseCandidate models={items.filter(({ eventType }) => eventType !== null)} />}
              </QueryState>
            )}
            <Earlier items={earlier} opened={opened} />
          </div>
        )}
      </QueryState>
    </Page>
  );
}

function Earlier({ items, opened }: { items: WhatIfSummary[]; opened: string | null }) {
  const words = useWords(whatIfWords);
  const { language } = useLanguage();
  const nameOf = useModelName();
  const number = (value: number) => value.toLocaleString(language);
  const columns: TableProps<WhatIfSummary>['columns'] = [
    {
      title: words.startedAt,
      render: (_, { id, createdAt }) => (
        <Link to={`/what-if?run=${id}`} aria-current={id === opened ? 'true' : undefined}>
          {formatInstant(createdAt, language)}
        </Link>
      ),
    },
    { title: words.model, render: (_, { processKey }) => nameOf(processKey) },
    { title: words.state, responsive: ['sm'], render: (_, { state }) => words[state] },
    { title: words.cases, align: 'right', render: (_, { done }) => number(done) },
    {
      title: words.otherWay,
      align: 'right',
      render: (_, { summary }) => number(summary.otherWay),
    },
  ];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="what-if-earlier">
      <h2 id="what-if-earlier" className="what-if-heading">
        {words.earlier}
      </h2>
      <Table<WhatIfSummary>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={items}
        pagination={{ pageSize: 5, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  );
}
