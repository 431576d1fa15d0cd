import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Incident } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { commonWords } from '../../../components/words.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useIncidents, type IncidentFilter } from '../api/incidents.js';
import { kindName } from '../kind-name.js';
import { incidentWords } from '../words.js';

interface IncidentListProps {
  filter: IncidentFilter;
  mayRetry: boolean;
  busy: boolean;
  onRetry(ids: string[]): void;
}

/** One by one, newest first; an admin selects some and has them tried again. */
export function IncidentList({ filter, mayRetry, busy, onRetry }: IncidentListProps) {
  const words = useWords(incidentWords);
  const text = useText();
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const incidents = useIncidents(filter);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const items = incidents.data?.pages.flatMap((page) => page.items) ?? [];
  // What is over is not selected any more.
  const selected = items.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
  const columns: TableProps<Incident>['columns'] = [
    {
      title: words.ticket,
      render: (_, { reportId, ticket }) =>
        reportId ? (
          <Link to={`/cases/${reportId}`} className="ticket">
            {ticket ?? reportId}
          </Link>
        ) : (
          '–'
        ),
    },
    { title: words.area, responsive: ['lg'], render: (_, { areaName }) => areaName ?? '–' },
    { title: words.step, responsive: ['sm'], render: (_, { step }) => text(step) },
    { title: words.kind, responsive: ['lg'], render: (_, { kind }) => kindName(words, kind) },
    {
      title: words.message,
      render: (_, { message }) => <span className="incident-message">{message}</span>,
    },
    {
      title: words.openedAt,
      responsive: ['md'],
      render: (_, { openedAt }) => formatInstant(openedAt, language),
    },
    {
      title: words.retry,
      align: 'right',
      hidden: !mayRetry,
      render: (_, { id, step, ticket }) => (
        <Button
          size="small"
          aria-label={words.retryOne(text(step), ticket ?? '')}
          disabled={busy}
          onClick={() => onRetry([id])}
        >
          {words.retry}
        </Button>
      ),
    },
  ];
  return (
    <>
      {incidents.error && <ProblemAlert error={incidents.error} onRetry={() => void incidents.refetch()} />}
      {selected.length > 0 && (
        <div className="incident-bulk" role="region" aria-label={words.selected(selected.length)}>
          <strong>{words.selected(selected.length)}</strong>
          <Button
            size="small"
            type="primary"
            disabled={busy}
            onClick={() => {
              onRetry(selected);
              setChosen([]);
            }}
          >
            {words.retrySelected}
          </Button>
        </div>
      )}
      <Table<Incident>
        className="incident-list"
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={items}
        loading={incidents.isPending}
        pagination={false}
        locale={{ emptyText: words.none }}
        {...(mayRetry && {
          rowSelection: {
            selectedRowKeys: selected,
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: ({ step, ticket }) => ({ 'aria-label': `${text(step)} ${ticket ?? ''}` }),
          },
        })}
      />
      {incidents.hasNextPage && (
        <Button
          className="load-more"
          loading={incidents.isFetchingNextPage}
          onClick={() => void incidents.fetchNextPage()}
        >
          {common.loadMore}
        </Button>
      )}
    </>
  );
}
