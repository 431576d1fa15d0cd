import type { DataSource } from 'typeorm';
import { row, rows } from '../kernel/rows.js';

/** What a definition id means, for ever: the engine may forget it, our history must not. */
export interface StoredDefinition {
  definitionId: string;
  processKey: string;
  version: number;
  deploymentId: string;
  /** Name of the BPMN resource that holds the process. */
  resource: string;
  resources: { name: string; content: string }[];
}

const COLUMNS = `definition_id as "definitionId", process_key as "processKey", version,
  deployment_id as "deploymentId", resource`;

export async function findDefinition(
  dataSource: DataSource,
  definitionId: string,
): Promise<StoredDefinition | null> {
  return row(
    dataSource.manager,
    `select ${COLUMNS}, resources from modeling.definition where definition_id = $1`,
    [definitionId],
  );
}

export async function saveDefinition(dataSource: DataSource, definition: StoredDefinition): Promise<void> {
  await dataSource.query(
    `insert into modeling.definition (definition_id, process_key, version, deployment_id, resource, resources)
     values ($1, $2, $3, $4, $5, $6) on conflict (definition_id) do nothing`,
    [
      definition.definitionId,
      definition.processKey,
      definition.version,
      definition.deploymentId,
      definition.resource,
      JSON.stringify(definition.resources),
    ],
  );
}

/** Versions that were seen of a process, newest first. */
export async function storedVersions(
  dataSource: DataSource,
  processKey: string,
): Promise<(Omit<StoredDefinition, 'resources'> & { seenAt: Date })[]> {
  return rows(
    dataSource.manager,
    `select ${COLUMNS}, seen_at as "seenAt" from modeling.definition where process_key = $1 order by version desc`,
    [processKey],
  );
}
