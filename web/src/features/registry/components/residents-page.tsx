import { Button, Flex, Input, Select, Space, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDate } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useSearchResidents, type FoundResident, type ResidentSearch } from '../api/residents.js';
import { registryWords } from '../words.js';
import { ResidentStatus } from './resident-status.js';

export function ResidentsPage() {
  const words = useWords(registryWords);
  const [by, setBy] = useState<keyof ResidentSearch>('name');
  const [value, setValue] = useState('');
  const search = useSearchResidents();
  const run = () => {
    if (value.trim() !== '') search.mutate({ [by]: value.trim() });
  };
  return (
    <Page title={words.title} lead={words.lead}>
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
      <ResidentTable residents={search.data?.items ?? []} searched={search.isSuccess} />
    </Page>
  );
}

function ResidentTable({ residents, searched }: { residents: FoundResident[]; searched: boolean }) {
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
      pagination={residents.length > 25 ? { pageSize: 25, showSizeChanger: false } : false}
      locale={{ emptyText: searched ? words.none : words.begin }}
    />
  );
}
