import { Button, Card } from 'antd';
import { useMemo, useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import type { ProcessVersion } from '../../models/api/processes.js';
import { AreaChoice } from '../../recap/components/area-choice.js';
import { useDryRun, usePlan, type Plan, type Wish } from '../api/migrations.js';
import { mapElement } from '../mapping.js';
import { migrationWords } from '../words.js';
import { ImpactCard } from './impact-card.js';
import { MappingTable } from './mapping-table.js';
import { ProposalForm } from './proposal-form.js';
import { TwoDiagrams } from './two-diagrams.js';

interface PlanDeskProps {
  source: ProcessVersion;
  target: ProcessVersion;
  /** Of the process. */
  name: string;
}

export function PlanDesk({ source, target, name }: PlanDeskProps) {
  const plan = usePlan({ source: source.definitionId, target: target.definitionId });
  return (
    <QueryState query={plan}>
      {(found) => <OpenPlan plan={found} source={source} target={target} name={name} />}
    </QueryState>
  );
}

function OpenPlan({ plan, source, target, name }: PlanDeskProps & { plan: Plan }) {
  const words = useWords(migrationWords);
  const officer = useOfficer();
  const [mapping, setMapping] = useState(plan.mapping);
  const [area, setArea] = useState(officer.areaCode);
  const [element, setElement] = useState<string | null>(null);
  const dryRun = useDryRun();
  const wish: Wish = {
    ...{ source: source.definitionId, target: target.definitionId, mapping },
    area: area === officer.areaCode ? null : area,
  };
  const tried = dryRun.variables;
  const isFresh = tried?.mapping === mapping && tried.area === wish.area;
  const remarks = isFresh && dryRun.data ? dryRun.data.remarks : plan.remarks;
  const shown = useMemo(() => {
    const steps = dryRun.data?.steps.map((step) => step.element) ?? [];
    const here = element === null ? steps : [element];
    return { source: here, target: here.flatMap((id) => mapping[id] ?? []) };
  }, [element, dryRun.data, mapping]);
  return (
    <>
      <Card size="small" title={words.mapping}>
        <p className="soft">{words.mappingHelp}</p>
        <TwoDiagrams name={name} source={source} target={target} shown={shown} />
        <MappingTable
          plan={plan}
          mapping={mapping}
          remarks={remarks}
          chosen={element}
          onLook={setElement}
          onMap={(from, to) => setMapping(mapElement(plan, mapping, { from, to }))}
        />
        <div className="migration-tools">
          <AreaChoice own={officer.areaCode} value={area} onChange={setArea} />
          <Button
            type="primary"
            loading={dryRun.isPending}
            onClick={() => {
              setElement(null);
              dryRun.mutate(wish);
            }}
          >
            {words.try}
          </Button>
        </div>
        {dryRun.error && <ProblemAlert error={dryRun.error} />}
      </Card>
      {dryRun.data && (
        <ImpactCard title={words.impact} impact={dryRun.data} plan={plan} stale={!isFresh}>
          {officer.role === 'analyst' && (
            <ProposalForm
              wish={wish}
              disabled={!isFresh || dryRun.data.remarks.some(({ kind }) => kind === 'fault')}
            />
          )}
        </ImpactCard>
      )}
    </>
  );
}
