import { useParams } from 'react-router';
import { MigrationList } from './migration-list.js';
import { MigrationView } from './migration-view.js';
import { NewMigration } from './new-migration.js';
import './migrations.css';

/** All of what lies under `/migrations`: the list, a new proposal, one migration. */
export function MigrationsPage() {
  const { '*': rest = '' } = useParams();
  if (rest === '') return <MigrationList />;
  if (rest === 'new') return <NewMigration />;
  return <MigrationView key={rest} id={rest} />;
}
