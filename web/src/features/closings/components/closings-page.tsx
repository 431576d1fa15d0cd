import { Button, DatePicker, Flex, Modal, Table, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { formatInstant, formatMonth, todayInJakarta } from '../../../components/format.js';
import { LabelTag, type Tone } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useClosings, useStartClosing, type Closing, type ClosingState } from '../api/closings.js';
import { closingWords } from '../words.js';
import { FrozenVersions } from './frozen-versions.js';
import { ReopenMonth } from './reopen-month.js';
import './closings-page.css';
import { useToast } from '../../../components/toast.js';
import { useRefusal } from '../../../components/use-refusal.js';

const TONES = {
  open: 'neutral',
  freezing: 'work',
  signing: 'wait',
  refused: 'bad',
  published: 'good',
  reopened: 'special',
} as const satisfies Record<ClosingState, Tone>;

/** How far each area is with closing a month; an admin begins it and may reopen. */
export function ClosingsPage() {
  const words = useWords(closingWords);
  const { language } = useLanguage();
  const officer = useOfficer();
  const [search, setSearch] = useSearchParams();
  const thisMonth = todayInJakarta().slice(0, 7);
  const month = search.get('month') ?? dayjs(`${thisMonth}-01`).subtract(1, 'month').format('YYYY-MM');
  const closings = useClosings(month);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={officer.role === 'admin' && <StartClosing month={month} />}
    >
      <Flex gap={8} wrap className="filters">
        <DatePicker
          picker="month"
          aria-label={words.month}
          format="MMMM YYYY"
          allowClear={false}
          value={dayjs(`${month}-01`).locale(language)}
          disabledDate={(date) => date.format('YYYY-MM') > thisMonth}
          onChange={(date) => date && setSearch({ month: date.format('YYYY-MM') })}
        />
      </Flex>
      {closings.error && <ProblemAlert error={closings.error} onRetry={() => void closings.refetch()} />}
      <ClosingTable month={month} items={closings.data?.items ?? []} loading={closings.isPending} />
    </Page>
  );
}

function ClosingTable({ month, items, loading }: { month: string; items: Closing[]; loading: boolean }) {
  const words = useWords(closingWords);
  const { language } = useLanguage();
  const officer = useOfficer();
  const isClosed = ({ state }: Closing) =>
    state === 'signing' || state === 'refused' || state === 'published';
  const columns: TableProps<Closing>['columns'] = [
    {
      title: words.area,
      render: (_, { area, areaName }) => (
        <span className={`closing-area closing-area-${area.split('.').length}`}>{areaName}</span>
      ),
    },
    {
      title: words.state,
      render: (_, closing) => (
        <>
          <LabelTag tone={TONES[closing.state]}>{words[closing.state]}</LabelTag>{' '}
          {closing.late && <LabelTag tone="bad">{words.late}</LabelTag>}
        </>
      ),
    },
    {
      title: words.due,
      responsive: ['lg'],
      render: (_, { dueAt }) => dueAt && formatInstant(dueAt, language),
    },
    {
      title: words.hash,
      responsive: ['md'],
      render: (_, closing) => <FrozenVersions month={month} closing={closing} />,
    },
    {
      title: words.case,
      responsive: ['sm'],
      render: (_, { case: found }) =>
        found && (
          <Link to={`/cases/${found.id}`} className="ticket">
            {found.ticket}
          </Link>
        ),
    },
    {
      title: '',
      align: 'right',
      render: (_, closing) => (
        <Flex gap={12} justify="end" align="center" className="closing-actions">
          <Link
            to={`/recap?month=${month}&area=${closing.area}`}
            aria-label={`${words.recap}: ${closing.areaName}`}
          >
            {words.recap}
          </Link>
          {officer.role === 'admin' && isClosed(closing) && <ReopenMonth month={month} closing={closing} />}
        </Flex>
      ),
    },
  ];
  return (
    <Table<Closing>
      rowKey="area"
      size="small"
      columns={columns}
      dataSource={items}
      loading={loading}
      pagination={false}
      locale={{ emptyText: words.none }}
    />
  );
}

function StartClosing({ month }: { month: string }) {
  const words = useWords(closingWords);
  const { language } = useLanguage();
  const refusal = useRefusal();
  const toast = useToast();
  const [modal, dialogs] = Modal.useModal();
  const start = useStartClosing();
  const begin = () =>
    start.mutateAsync(month).then(
      ({ areas }) => toast.success(words.started(areas.length)),
      (error: unknown) => toast.warning(refusal(error)),
    );
  return (
    <>
      {dialogs}
      <Button
        type="primary"
        loading={start.isPending}
        onClick={() =>
          void modal.confirm({
            title: words.startConfirm(formatMonth(month, language)),
            content: words.startNote,
            okText: words.start,
            onOk: begin,
          })
        }
      >
        {words.start}
      </Button>
    </>
  );
}
