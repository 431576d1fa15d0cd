import { Table, type TableProps } from 'antd';
import { Link } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import { formatInstant } from '../../../components/format.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useMigrations, type Migration } from '../api/migrations.js';
import { migrationWords } from '../words.js';
import { OfficerName } from '../../officers/officer-name.js';
import { StateTag } from './state-tag.js';

export function MigrationList() {
  const words = useWords(migrationWords);
  const officer = useOfficer();
  const migrations = useMigrations();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        officer.role === 'analyst' && (
          <LinkButton to="/migrations/new" type="primary">
            {words.start}
          </LinkButton>
        )
      }
    >
      <QueryState
        query={migrations}
        isEmpty={({ items }) => items.length === 0}
        empty={<NothingHere>{words.none}</NothingHere>}
      >
        {({ items }) => <Migrations items={items} />}
      </QueryState>
    </Page>
  );
}

function Migrations({ items }: { items: Migration[] }) {
  const words = useWords(migrationWords);
  const text = useText();
  const { language } = useLanguage();
  const columns: TableProps<Migration>['columns'] = [
    {
      title: words.what,
      render: (_, { id, processNames, sourceVersion, targetVersion, undoes }) => (
        <Link to={`/migrations/${id}`}>
          {words.fromTo(text(processNames), sourceVersion, targetVersion)}
          {undoes && ` (${words.isUndo})`}
        </Link>
      ),
    },
    { title: words.state, render: (_, { state }) => <StateTag state={state} /> },
    {
      title: words.cases,
      responsive: ['sm'],
      render: (_, { counts }) =>
        (['moved', 'waiting', 'refused', 'left'] as const)
          .filter((state) => counts[state] > 0)
          .map((state) => `${counts[state].toLocaleString(language)} ${words[state]}`)
          .join(', ') || '-',
    },
    {
      title: words.by,
      responsive: ['md'],
      render: (_, { proposedBy }) => <OfficerName of={proposedBy} />,
    },
    {
      title: words.at,
      responsive: ['md'],
      render: (_, { proposedAt }) => formatInstant(proposedAt, language),
    },
  ];
  return (
    <Table<Migration> rowKey="id" size="small" columns={columns} dataSource={items} pagination={false} />
  );
}
