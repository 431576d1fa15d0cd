import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useImpactOf, usePlan, type OpenMigration, type Plan } from '../api/migrations.js';
import { placeName } from '../place-names.js';
import { migrationWords } from '../words.js';
import { ImpactCard } from './impact-card.js';

/** What the second person looks at before approving: the dry run of now, and every step that gets another place. */
export function ProposedImpact({ migration }: { migration: OpenMigration }) {
  const words = useWords(migrationWords);
  const plan = usePlan({ source: migration.sourceId, target: migration.targetId });
  const impact = useImpactOf(migration);
  return (
    <QueryState query={plan}>
      {(found) => (
        <QueryState query={impact}>
          {(tried) => (
            <ImpactCard title={words.impactNow} impact={tried} plan={found} stale={false}>
              <ChangedPlaces plan={found} migration={migration} />
            </ImpactCard>
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

function ChangedPlaces({ plan, migration }: { plan: Plan; migration: OpenMigration }) {
  const words = useWords(migrationWords);
  const text = useText();
  const changed = plan.source.filter(({ id }) => migration.mapping[id] !== id);
  const nameOf = (id: string | null | undefined) => (id ? placeName(plan.target, id, text) : words.nowhere);
  if (changed.length === 0) return null;
  return (
    <section aria-labelledby="changed-places">
      <h3 id="changed-places">{words.changedPlaces}</h3>
      <ul className="migration-remarks">
        {changed.map(({ id, names }) => (
          <li key={id}>
            {text(names)} → {nameOf(migration.mapping[id])}
          </li>
        ))}
      </ul>
    </section>
  );
}
