import { Button, Table, type TableProps } from 'antd';
import { Link } from 'react-router';
import { formatInstant } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { SearchBox } from '../../../components/search-box.js';
import { useKeptState } from '../../../components/use-kept-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { ForWhom } from '../../absences/components/for-whom.js';
import { StandsIn } from '../../absences/components/stands-in.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useWaitingDocuments, type WaitingDocuments } from '../api/handovers.js';
import { handoverWords } from '../words.js';

/** What the counter has ready for citizens. */
export function HandoversPage() {
  const words = useWords(handoverWords);
  const text = useText();
  const { language } = useLanguage();
  const eventTypes = useEventTypes();
  const [q, setQ] = useKeptState('handovers sought', '');
  const waiting = useWaitingDocuments(q);
  const nameOf = (type: string) => {
    const names = eventTypes.data?.find(({ id }) => id === type)?.names;
    return names ? text(names) : type;
  };
  const columns: TableProps<WaitingDocuments>['columns'] = [
    {
      title: words.ticket,
      render: (_, { reportId, ticket }) => (
        <Link to={`/cases/${reportId}`} className="ticket">
          {ticket}
        </Link>
      ),
    },
    {
      title: words.about,
      render: (_, { title, deputyOf }) => (
        <>
          {title} <ForWhom deputyOf={deputyOf} />
        </>
      ),
    },
    { title: words.event, responsive: ['md'], render: (_, { type }) => nameOf(type) },
    { title: words.documents, align: 'right', dataIndex: 'documents' },
    { title: words.since, responsive: ['sm'], render: (_, { since }) => formatInstant(since, language) },
  ];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<SearchBox label={words.search} initial={q} onSearch={setQ} />}
    >
      <StandsIn />
      {waiting.error && <ProblemAlert error={waiting.error} onRetry={() => void waiting.refetch()} />}
      <Table<WaitingDocuments>
        rowKey="reportId"
        size="small"
        columns={columns}
        dataSource={waiting.data?.pages.flatMap(({ items }) => items) ?? []}
        loading={waiting.isPending}
        pagination={false}
        locale={{ emptyText: waiting.isPending ? ' ' : words.none }}
      />
      {waiting.hasNextPage && (
        <Button block loading={waiting.isFetchingNextPage} onClick={() => void waiting.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  );
}
