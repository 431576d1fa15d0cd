import { Button, Card, Segmented, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { formatSecond } from '../../../components/format.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { commonWords } from '../../../components/words.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useMovedCases, type CaseState, type Migration, type MovedCase } from '../api/migrations.js';
import { migrationWords } from '../words.js';
import { StateTag } from './state-tag.js';

const FILTERS = ['refused', 'waiting', 'left', 'moved'] as const satisfies CaseState[];

/** Case by case, those that something is to be said about first. */
export function CaseList({ migration }: { migration: Migration }) {
  const words = useWords(migrationWords);
  const common = useWords(commonWords);
  const text = useText();
  const { language } = useLanguage();
  const [state, setState] = useState<CaseState | 'all'>('all');
  const cases = useMovedCases(migration, state === 'all' ? null : state);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: TableProps<MovedCase>['columns'] = [
    {
      title: words.ticket,
      render: (_, { ticket, state: of }) => (
        <div className="moved-case">
          {ticket} <StateTag state={of} />
        </div>
      ),
    },
    {
      title: words.why,
      render: (_, { reason, steps }) =>
        reason ? text(reason.message) : steps.map(({ from, to }) => pathOf(from, to)).join(', '),
    },
    {
      title: words.changedAt,
      width: 190,
      responsive: ['md'],
      render: (_, { changedAt }) => formatSecond(changedAt, language),
    },
  ];
  return (
    <Card size="small" title={words.caseList}>
      <Segmented<CaseState | 'all'>
        aria-label={words.state}
        value={state}
        onChange={setState}
        style={{ marginBottom: 8 }}
        options={[
          { value: 'all', label: words.all },
          ...FILTERS.filter((of) => migration.counts[of] > 0).map((of) => ({ value: of, label: words[of] })),
        ]}
      />
      {cases.error && <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />}
      <Table<MovedCase>
        rowKey="instanceId"
        size="small"
        columns={columns}
        dataSource={items}
        loading={cases.isPending}
        pagination={false}
        locale={{ emptyText: words.noCases }}
      />
      {cases.hasNextPage && (
        <Button
          style={{ marginTop: 8 }}
          loading={cases.isFetchingNextPage}
          onClick={() => void cases.fetchNextPage()}
        >
          {common.loadMore}
        </Button>
      )}
    </Card>
  );
}

const pathOf = (from: string, to: string) => (from === to ? from : `${from} → ${to}`);
