import { Button, Table, type TableProps } from 'antd';
import { Link } from 'react-router';
import { CaseLink } from '../../../components/case-link.js';
import { formatDate } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { QueryState } from '../../../components/query-state.js';
import { SidePanel } from '../../../components/side-panel.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useNames, type BookQuestion, type CellRef, type NamedPosting } from '../api/books.js';
import { recapWords } from '../words.js';

interface NamesDrawerProps {
  question: BookQuestion;
  cell: CellRef & { title: string };
  onClose(): void;
}

/** Who stands behind a number: the very lines that it is the sum of. */
export function NamesDrawer({ question, cell, onClose }: NamesDrawerProps) {
  const words = useWords(recapWords);
  const { title, ...ref } = cell;
  const names = useNames({ ...question, ...ref });
  return (
    <SidePanel onClose={onClose} title={title} size={720}>
      <QueryState query={names}>
        {({ pages }) => (
          <>
            <p>{words.behind(pages[0]!.value, pages[0]!.lines)}</p>
            <NamesTable items={pages.flatMap(({ items }) => items)} />
            {names.hasNextPage && (
              <Button
                block
                className="next-card"
                loading={names.isFetchingNextPage}
                onClick={() => void names.fetchNextPage()}
              >
                {words.more}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </SidePanel>
  );
}

function NamesTable({ items }: { items: NamedPosting[] }) {
  const words = useWords(recapWords);
  const { language } = useLanguage();
  const columns: TableProps<NamedPosting>['columns'] = [
    {
      title: words.who,
      render: (_, posting) => <Who posting={posting} />,
    },
    { title: words.rtRw, render: (_, { rt, rw }) => `${rt}/${rw}` },
    { title: words.happened, render: (_, { eventDate }) => formatDate(eventDate, language) },
    { title: words.reported, render: (_, { reportDate }) => formatDate(reportDate, language) },
    {
      title: words.counts,
      render: (_, { sign, reverses }) => (
        <>
          {sign > 0 ? '+1' : '−1'} {reverses && <LabelTag tone="bad">{words.reversal}</LabelTag>}
        </>
      ),
    },
    {
      title: words.case,
      render: (_, { reportId, ticket, mayOpen }) =>
        reportId && ticket && <CaseLink {...{ reportId, ticket, mayOpen }} />,
    },
  ];
  return (
    <Table<NamedPosting>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={items}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}

function Who({ posting }: { posting: NamedPosting }) {
  const words = useWords(recapWords);
  const { residentId, name, nik, cardId, cardNumber } = posting;
  if (residentId)
    return (
      <>
        <Link to={`/residents/${residentId}`}>{name}</Link> <span className="number">{nik}</span>
      </>
    );
  if (cardId) return <Link to={`/family-cards/${cardId}`}>{words.card(cardNumber ?? '')}</Link>;
  return null;
}
