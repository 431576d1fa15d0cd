import { Button, Flex, Input, Select, Space, Table, type TableProps } from 'antd';
import { Link } from 'react-router';
import { formatDate } from '../../../components/format.js';
import type { Page as PageOf } from '../../../api/wire.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useKeptState } from '../../../components/use-kept-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { StandsIn } from '../../absences/components/stands-in.js';
import { useSearchResidents, type FoundResident, type ResidentSearch } from '../api/residents.js';
import { registryWords } from '../words.js';
import { ResidentStatus } from './resident-status.js';

/** What was found until now, and for what: the words in the field may have changed since. */
type Found = PageOf<FoundResident> & { asked: ResidentSearch };

/** One looks for a person: a page of people at a time, and no more of them than it takes. */
export function ResidentsPage() {
  const words = useWords(registryWords);
  const [by, setBy] = useKeptState<keyof ResidentSearch>('residents by', 'name');
  const [value, setValue] = useKeptState('residents sought', '');
  const search = useSearchResidents();
  const [found, setFound] = useKeptState<Found | null>('residents found', null);
  const run = () => {
    if (value.trim() === '') return;
    const asked = { [by]: value.trim() };
    setFound(null);
    search.mutate(asked, { onSuccess: (page) => setFound({ asked, ...page }) });
  };
  const more = ({ asked, items, next }: Found) => {
    if (next === null) return;
    search.mutate(
      { ...asked, cursor: next },
      { onSuccess: (page) => setFound({ asked, ...page, items: [...items, ...page.items] }) },
    );
  };
  return (
    <Page title={words.title} lead={words.lead}>
      <StandsIn />
      <Flex className="filters">
        <Space.Compact>
          <Select
            aria-label={words.by}
            value={by}
            onChange={setBy}
            style={{ width: 150 }}
            options={[
              { value: 'name', label: words.byName },
              { value: 'nik', label: words.byNik },
              { value: 'familyCardNumber', label: words.byCard },
            ]}
          />
          <Input
            aria-label={words.searchText}
            value={value}
            maxLength={60}
            onChange={(event) => setValue(event.target.value)}
            onPressEnter={run}
            allowClear
          />
          <Button type="primary" onClick={run} loading={search.isPending}>
            {words.search}
          </Button>
        </Space.Compact>
      </Flex>
      {search.error && <ProblemAlert error={search.error} />}
      <ResidentTable
        residents={found?.items ?? []}
        searched={found !== null}
        searching={search.isPending && found === null}
      />
      {found?.next && (
        <Flex className="next-card" gap="small" align="center" wrap>
          <Button loading={search.isPending} onClick={() => more(found)}>
            {words.more}
          </Button>
          <span>{words.manyHint}</span>
        </Flex>
      )}
    </Page>
  );
}

interface ResidentTableProps {
  residents: FoundResident[];
  searched: boolean;
  searching: boolean;
}

function ResidentTable({ residents, searched, searching }: ResidentTableProps) {
  const words = useWords(registryWords);
  const { language } = useLanguage();
  const columns: TableProps<FoundResident>['columns'] = [
    { title: words.name, render: (_, found) => <Link to={`/residents/${found.id}`}>{found.name}</Link> },
    { title: words.nik, render: (_, found) => <span className="number">{found.nik}</span> },
    { title: words.birth, responsive: ['sm'], render: (_, found) => formatDate(found.birthDate, language) },
    {
      title: words.card,
      responsive: ['md'],
      render: (_, found) =>
        found.familyCardId && (
          <Link to={`/family-cards/${found.familyCardId}`}>{found.familyCardNumber}</Link>
        ),
    },
    { title: words.area, responsive: ['md'], render: (_, found) => found.areaName ?? found.areaCode },
    { title: words.status, render: (_, found) => <ResidentStatus status={found.status} /> },
  ];
  return (
    <Table<FoundResident>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={residents}
      pagination={false}
      loading={searching}
      locale={{ emptyText: searching ? ' ' : searched ? words.none : words.begin }}
    />
  );
}
