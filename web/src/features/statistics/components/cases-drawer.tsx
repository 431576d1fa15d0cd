import { Button, Table, type TableProps } from 'antd';
import { CaseLink } from '../../../components/case-link.js';
import { formatDate, formatDuration } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { QueryState } from '../../../components/query-state.js';
import { SidePanel } from '../../../components/side-panel.js';
import { commonWords } from '../../../components/words.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useBarCases, type BarFilter, type Question, type RegisteredCase } from '../api/statistics.js';
import { statisticsWords } from '../words.js';

const HOUR_MS = 3_600_000;

interface CasesDrawerProps {
  question: Question & BarFilter;
  title: string;
  /** Goes on to the area of the bar; null where the bar is of the area that is shown. */
  onOpenArea: (() => void) | null;
  onClose(): void;
}

/** The cases behind a bar: tickets, no names. */
export function CasesDrawer({ question, title, onOpenArea, onClose }: CasesDrawerProps) {
  const words = useWords(statisticsWords);
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const cases = useBarCases(question);
  const columns: TableProps<RegisteredCase>['columns'] = [
    {
      title: words.ticket,
      render: (_, { id, ...found }) => <CaseLink reportId={id} {...found} />,
    },
    { title: words.kelurahan, dataIndex: 'areaName' },
    {
      title: words.registered,
      render: (_, { registeredOn, late }) => (
        <>
          {formatDate(registeredOn, language)} {late && <LabelTag tone="bad">{words.late}</LabelTag>}
        </>
      ),
    },
    {
      title: words.processing,
      align: 'right',
      render: (_, { hours }) => hours !== null && formatDuration(hours * HOUR_MS, language),
    },
  ];
  return (
    <SidePanel
      onClose={onClose}
      title={words.casesOf(title)}
      size={720}
      extra={onOpenArea && <Button onClick={onOpenArea}>{words.openArea}</Button>}
    >
      <QueryState query={cases}>
        {({ pages }) => (
          <>
            <p>{words.total(pages[0]!.total)}</p>
            <Table<RegisteredCase>
              rowKey="id"
              size="small"
              columns={columns}
              dataSource={pages.flatMap(({ items }) => items)}
              pagination={false}
            />
            {cases.hasNextPage && (
              <Button block loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
                {common.loadMore}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </SidePanel>
  );
}
