import { QueryState } from '../../../components/query-state.js';
import { useDefinition } from '../../models/api/processes.js';
import type { Resource } from '../../models/api/resource.js';
import { WhatIfPanel } from '../../what-if/components/what-if-panel.js';
import { changedFiles } from '../changed-files.js';

/** The draft tried on past cases: what goes to the server, and is kept with the result, is what the draft changed. */
export function DraftWhatIf({ base, resources }: { base: string; resources: readonly Resource[] }) {
  const definition = useDefinition(base);
  return (
    <QueryState query={definition}>
      {({ resources: before }) => <WhatIfPanel base={base} resources={changedFiles(before, resources)} />}
    </QueryState>
  );
}
