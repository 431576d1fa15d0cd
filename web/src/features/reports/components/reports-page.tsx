import { Button, Checkbox, Flex, Select, Table, type TableProps } from 'antd';
import { maskNumber } from '@lampid/domain/masking';
import type { Role } from '@lampid/domain/roles';
import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ReportStatus } from '@lampid/domain/report-status';
import { LinkButton } from '../../../components/link-button.js';
import type { ReportSummary } from '../../../api/wire.js';
import { formatDate, formatInstant } from '../../../components/format.js';
import { digitsOf, isNumber } from '../../../components/identity-number.js';
import { LabelTag } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { SearchBox } from '../../../components/search-box.js';
import { useKeptState } from '../../../components/use-kept-state.js';
import { commonWords } from '../../../components/words.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { ForWhom } from '../../absences/components/for-whom.js';
import { StandsIn } from '../../absences/components/stands-in.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { isOutside } from '../../session/roles.js';
import { useReports, type ReportFilter } from '../api/reports.js';
import { reportStatuses } from '../status.js';
import { reportWords } from '../words.js';
import { StatusTag } from './status-tag.js';

/** Who has cases of many kelurahan before them. */
const OF_MANY: ReadonlySet<Role> = new Set(['supervisor', 'verifikator', 'kadis', 'admin', 'auditor']);
const CaseFilters = lazy(() => import('./case-filters.js'));

/** By the names that the address has for them; without a value a filter is gone. */
export type FilterChange = Record<string, string | undefined>;

/** Reports of the officer's area, and of those whose deputy they are. The filter lives in the address, so that a list can be kept and gone back to. */
export function ReportsPage() {
  const words = useWords(reportWords);
  const officer = useOfficer();
  const [search, setSearch] = useSearchParams();
  const [number, setNumber] = useKeptState<string | undefined>('number of the cases', undefined);
  const filter: ReportFilter = {
    q: search.get('q') ?? undefined,
    type: search.get('type') ?? undefined,
    status: (search.get('status') as ReportStatus | null) ?? undefined,
    mine: search.get('mine') === '1',
    area: search.get('area') ?? undefined,
    from: search.get('from') ?? undefined,
    until: search.get('until') ?? undefined,
    actor: search.get('actor') ?? undefined,
  };
  const set = (change: FilterChange) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={officer.role === 'operator' || isOutside(officer.role) ? words.list : words.cases}
      actions={
        officer.role === 'auditor' && <LinkButton to="/reports/event-log">{words.eventLog}</LinkButton>
      }
    >
      <StandsIn />
      <ReportFilters filter={filter} number={number} set={set} onNumber={setNumber} />
      {number && <LabelTag tone="info">{words.numberSought(maskNumber(number))}</LabelTag>}
      <ReportTable filter={number === undefined ? filter : { ...filter, number }} />
    </Page>
  );
}

interface ReportFiltersProps {
  filter: ReportFilter;
  /** A NIK or KK number that is searched for now. */
  number: string | undefined;
  set(change: FilterChange): void;
  onNumber(number: string | undefined): void;
}

function ReportFilters({ filter, number, set, onNumber }: ReportFiltersProps) {
  const words = useWords(reportWords);
  const text = useText();
  const officer = useOfficer();
  const eventTypes = useEventTypes();
  return (
    <Flex gap={8} wrap className="filters">
      <SearchBox
        key={number ?? filter.q ?? ''}
        label={words.searchBy}
        initial={number ?? filter.q ?? ''}
        onSearch={(typed) => {
          const isOfPerson = isNumber(typed);
          onNumber(isOfPerson ? digitsOf(typed) : undefined);
          set({ q: isOfPerson ? undefined : typed });
        }}
      />
      <Select
        aria-label={words.type}
        value={filter.type ?? ''}
        onChange={(type) => set({ type })}
        style={{ width: 180 }}
        options={[
          { value: '', label: words.anyType },
          ...(eventTypes.data ?? []).map((type) => ({ value: type.id, label: text(type.names) })),
        ]}
      />
      <Select
        aria-label={words.status}
        value={filter.status ?? ''}
        onChange={(status) => set({ status })}
        style={{ width: 230 }}
        options={[
          { value: '', label: words.anyStatus },
          ...Object.entries(reportStatuses).map(([value, status]) => ({ value, label: text(status.name) })),
        ]}
      />
      {officer.role === 'operator' && (
        <Checkbox
          checked={filter.mine}
          onChange={(event) => set({ mine: event.target.checked ? '1' : undefined })}
          className="filter-check"
        >
          {words.onlyMine}
        </Checkbox>
      )}
      {OF_MANY.has(officer.role) && (
        <Suspense>
          <CaseFilters filter={filter} set={set} />
        </Suspense>
      )}
    </Flex>
  );
}

const isNarrowed = ({ limit: _, ...narrowed }: ReportFilter) =>
  Object.values(narrowed).some((value) => value !== undefined && value !== false);

interface ReportTableProps {
  filter: ReportFilter;
  /** The first page only. */
  short?: boolean;
}

export function ReportTable({ filter, short = false }: ReportTableProps) {
  const words = useWords(reportWords);
  const common = useWords(commonWords);
  const text = useText();
  const { language } = useLanguage();
  const eventTypes = useEventTypes();
  const reports = useReports(filter);
  const nameOf = (type: string) => {
    const found = eventTypes.data?.find((candidate) => candidate.id === type);
    return found ? text(found.names) : type;
  };
  const columns: TableProps<ReportSummary>['columns'] = [
    {
      title: words.title,
      render: (_, report) => (
        <>
          <Link to={report.status === 'draft' ? `/reports/${report.id}/edit` : `/cases/${report.id}`}>
            {report.title || words.untitled}
          </Link>{' '}
          <ForWhom deputyOf={report.deputyOf} />
          <div className="narrow-only soft">
            {nameOf(report.type)}
            <br />
            {report.ticket ?? words.noTicket}
          </div>
        </>
      ),
    },
    { title: words.status, render: (_, report) => <StatusTag status={report.status} /> },
    { title: words.type, render: (_, report) => nameOf(report.type), responsive: ['sm'] },
    {
      title: words.ticket,
      responsive: ['md'],
      render: (_, report) => <span className="ticket">{report.ticket ?? words.noTicket}</span>,
    },
    { title: words.area, responsive: ['xl'], render: (_, report) => report.areaName ?? report.areaCode },
    {
      title: words.eventDate,
      responsive: ['xl'],
      render: (_, report) =>
        report.eventDate && <span className="nowrap">{formatDate(report.eventDate, language)}</span>,
    },
    {
      title: words.createdAt,
      responsive: ['md'],
      render: (_, report) => <span className="nowrap">{formatInstant(report.createdAt, language)}</span>,
    },
  ];
  const items = reports.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {reports.error && <ProblemAlert error={reports.error} onRetry={() => void reports.refetch()} />}
      <Table<ReportSummary>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={items ?? []}
        loading={reports.isPending}
        pagination={false}
        locale={{ emptyText: reports.isPending ? ' ' : isNarrowed(filter) ? words.noneMatches : words.none }}
      />
      {!short && reports.hasNextPage && (
        <Button
          className="load-more"
          onClick={() => void reports.fetchNextPage()}
          loading={reports.isFetchingNextPage}
        >
          {common.loadMore}
        </Button>
      )}
    </>
  );
}
