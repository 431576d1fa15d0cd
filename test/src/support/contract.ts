import { anonymous } from './api.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: { type?: string | string[]; format?: string };
}

/** A route as the published contract tells of it. */
export interface ContractRoute {
  /** `get /api/v1/reports/{id}` */
  name: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  isPublic: boolean;
  parameters: Parameter[];
}

export async function contractRoutes(): Promise<ContractRoute[]> {
  const { body } = await anonymous().get('/api/openapi.json').expect(200);
  const paths = body.paths as Record<
    string,
    Record<string, { security?: unknown[]; parameters?: Parameter[] }>
  >;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security, parameters = [] }]) => ({
      ...{ name: `${method} ${path}`, method: method as ContractRoute['method'], path, parameters },
      isPublic: security === undefined,
    })),
  );
}

/** The address with `value` for each of its parameters. */
export function filled({ path }: Pick<ContractRoute, 'path'>, value: (parameter: string) => string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name)));
}
