import { Alert, Card, Descriptions, Progress } from 'antd';
import { Link } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import { formatInstant } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useMigration, type CaseState, type OpenMigration } from '../api/migrations.js';
import { migrationWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';
import { CaseList } from './case-list.js';
import { Decisions } from './decisions.js';
import { ProposedImpact } from './proposed-impact.js';
import { StateTag } from './state-tag.js';

/** One migration: who wanted it and why, how far it is, what became of each case, and the way back. */
export function MigrationView({ id }: { id: string }) {
  const migration = useMigration(id);
  return <QueryState query={migration}>{(found) => <OpenView migration={found} />}</QueryState>;
}

const STATES = ['moved', 'waiting', 'refused', 'left'] as const satisfies CaseState[];

function OpenView({ migration }: { migration: OpenMigration }) {
  const words = useWords(migrationWords);
  const text = useText();
  const nameOf = useNames();
  const { language } = useLanguage();
  const { processNames, sourceVersion, targetVersion, state, counts } = migration;
  const all = STATES.reduce((sum, of) => sum + counts[of], 0);
  const settled = all - counts.waiting;
  const number = (value: number) => value.toLocaleString(language);
  return (
    <Page
      title={words.fromTo(text(processNames), sourceVersion, targetVersion)}
      lead={
        <>
          <StateTag state={state} /> {migration.reason}
        </>
      }
      actions={<LinkButton to="/migrations">{words.back}</LinkButton>}
    >
      <div className="migration-stack">
        <Card size="small" title={words.progress} extra={<Decisions migration={migration} />}>
          {state === 'proposed' && all === 0 ? (
            <Alert type="info" showIcon title={words.notEnrolled} />
          ) : (
            <>
              <div role="status">{words.settled(number(settled), number(all))}</div>
              <Progress
                percent={all === 0 ? 100 : Math.floor((100 * settled) / all)}
                status={state === 'running' ? 'active' : 'normal'}
                aria-label={words.progress}
              />
              <p className="migration-counts">
                {STATES.filter((of) => counts[of] > 0).map((of) => (
                  <StateTag key={of} state={of} count={number(counts[of])} />
                ))}
              </p>
            </>
          )}
          <Descriptions
            size="small"
            column={{ xs: 1, md: 3 }}
            style={{ marginTop: 12 }}
            items={[
              {
                key: 'by',
                label: words.by,
                children: `${nameOf(migration.proposedBy)}, ${formatInstant(migration.proposedAt, language)}`,
              },
              {
                key: 'decided',
                label: words.decidedBy,
                children: migration.decidedAt
                  ? `${nameOf(migration.decidedBy)}, ${formatInstant(migration.decidedAt, language)}`
                  : '-',
              },
              {
                key: 'ended',
                label: words.endedAt,
                children: migration.endedAt ? formatInstant(migration.endedAt, language) : '-',
              },
              { key: 'area', label: words.area, children: migration.areaCode },
              ...otherHalf(migration).map(({ key, label, id }) => ({
                ...{ key, label: '' },
                children: <Link to={`/migrations/${id}`}>{words[label]}</Link>,
              })),
            ]}
          />
        </Card>
        {state === 'proposed' && migration.undoes === null && <ProposedImpact migration={migration} />}
        {all > 0 && <CaseList migration={migration} />}
      </div>
    </Page>
  );
}

function otherHalf({ undoes, undoneBy }: OpenMigration) {
  return [
    ...(undoes ? [{ key: 'undoes', label: 'undoes', id: undoes } as const] : []),
    ...(undoneBy ? [{ key: 'undone', label: 'undoneBy', id: undoneBy } as const] : []),
  ];
}
