import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { EngineError, type Bundle, type Definition, type Deployment, type Resource } from '../engine.js';
import type { RestClient } from './rest-client.js';

interface DefinitionDto {
  id: string;
  key: string;
  version: number;
  deploymentId: string;
  resource: string;
}

/** Any constant: two servers that deploy the same bundle at the same moment take turns. */
const DEPLOY_LOCK = 7_210_416;

/** Models, tables and forms in the engine. The content hash is kept as the deployment's `source`. */
export class Deployments {
  private readonly definitionsById = new Map<string, Definition>();

  constructor(
    private readonly rest: RestClient,
    private readonly pool: Pool,
  ) {}

  async deploy(bundle: Bundle): Promise<Deployment> {
    const contentHash = hashOf(bundle.resources);
    const client = await this.pool.connect().catch((cause: unknown) => {
      throw new EngineError('unavailable', "The engine's database cannot be reached", { cause });
    });
    try {
      await client.query('select pg_advisory_lock($1)', [DEPLOY_LOCK]);
      const { rows } = await client.query<{ id: string }>(
        'select id_ as id from act_re_deployment where source_ = $1 order by deploy_time_ desc limit 1',
        [contentHash],
      );
      const known = rows[0];
      if (known && (await this.isInForce(known.id, bundle.inForceFor)))
        return await this.describe({ deploymentId: known.id, contentHash, existed: true });
      const deploymentId = await this.create({ bundle, contentHash });
      return await this.describe({ deploymentId, contentHash, existed: false });
    } finally {
      await client.query('select pg_advisory_unlock($1)', [DEPLOY_LOCK]).catch(() => undefined);
      client.release();
    }
  }

  /** True as well when nobody asked which version new cases follow. */
  private async isInForce(deploymentId: string, processKey: string | undefined): Promise<boolean> {
    if (processKey === undefined) return true;
    const latest = (await this.latest()).find((definition) => definition.processKey === processKey);
    return latest?.deploymentId === deploymentId;
  }

  private async create({ bundle, contentHash }: { bundle: Bundle; contentHash: string }): Promise<string> {
    const boundary = `lampid-${randomBytes(12).toString('hex')}`;
    const fields: Record<string, string> = {
      'deployment-name': bundle.name,
      'deployment-source': contentHash,
      'enable-duplicate-filtering': 'false',
      'deploy-changed-only': 'false',
    };
    const parts = [
      ...Object.entries(fields).map(([name, value]) => part({ boundary, name, content: value })),
      ...bundle.resources.map(({ name, content }) => part({ boundary, name, fileName: name, content })),
      `--${boundary}--\r\n`,
    ];
    const created = await this.rest.call<{ id: string }>({
      method: 'POST',
      path: '/deployment/create',
      body: {
        contentType: `multipart/form-data; boundary=${boundary}`,
        content: Buffer.from(parts.join(''), 'utf8'),
      },
      timeoutMs: 60_000,
    });
    return created.id;
  }

  private async describe(known: {
    deploymentId: string;
    contentHash: string;
    existed: boolean;
  }): Promise<Deployment> {
    const id = encodeURIComponent(known.deploymentId);
    const [deployment, definitions] = await Promise.all([
      this.rest.call<{ deploymentTime: string }>({ path: `/deployment/${id}` }),
      this.rest.call<DefinitionDto[]>({ path: `/process-definition?deploymentId=${id}` }),
    ]);
    return {
      ...known,
      deployedAt: new Date(deployment.deploymentTime).toISOString(),
      definitions: definitions.map(toDefinition).sort((a, b) => (a.processKey < b.processKey ? -1 : 1)),
    };
  }

  async latest(): Promise<Definition[]> {
    const found = await this.rest.call<DefinitionDto[]>({
      path: '/process-definition?latestVersion=true&sortBy=key&sortOrder=asc',
    });
    return found.map(toDefinition);
  }

  async ofKey(processKey: string): Promise<Definition[]> {
    const found = await this.rest.call<DefinitionDto[]>({
      path: `/process-definition?key=${encodeURIComponent(processKey)}&sortBy=version&sortOrder=asc`,
    });
    return found.map(toDefinition);
  }

  async byId(definitionId: string): Promise<Definition> {
    const known = this.definitionsById.get(definitionId);
    if (known) return known;
    const found = toDefinition(
      await this.rest.call<DefinitionDto>({
        path: `/process-definition/${encodeURIComponent(definitionId)}`,
      }),
    );
    this.definitionsById.set(definitionId, found);
    return found;
  }

  async resources(definitionId: string): Promise<Resource[]> {
    const { deploymentId } = await this.byId(definitionId);
    const base = `/deployment/${encodeURIComponent(deploymentId)}/resources`;
    const listed = await this.rest.call<{ id: string; name: string }[]>({ path: base });
    const resources = await Promise.all(
      listed.map(async ({ id, name }) => ({
        name,
        content: await this.rest.text({ path: `${base}/${encodeURIComponent(id)}/data` }),
      })),
    );
    return resources.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** sha-256 over names and contents in the order of names; lengths keep neighbours apart. */
function hashOf(resources: Resource[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of [...resources].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${Buffer.byteLength(name)}:${name}${Buffer.byteLength(content)}:${content}`);
  }
  return hash.digest('hex');
}

function part({
  boundary,
  name,
  fileName,
  content,
}: {
  boundary: string;
  name: string;
  fileName?: string;
  content: string;
}): string {
  const quote = (text: string): string => `"${text.replace(/["\r\n]/g, '_')}"`;
  const file =
    fileName === undefined ? '' : `; filename=${quote(fileName)}\r\nContent-Type: application/octet-stream`;
  return `--${boundary}\r\nContent-Disposition: form-data; name=${quote(name)}${file}\r\n\r\n${content}\r\n`;
}

function toDefinition(dto: DefinitionDto): Definition {
  return {
    definitionId: dto.id,
    processKey: dto.key,
    version: dto.version,
    deploymentId: dto.deploymentId,
    resource: dto.resource,
  };
}
