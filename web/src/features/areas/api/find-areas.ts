import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface Area {
  code: string;
  name: string;
  /** 1 province, 2 city or regency, 3 kecamatan, 4 kelurahan or desa. */
  level: number;
}

interface AreaQuery {
  q?: string;
  parent?: string;
  level?: number;
  limit?: number;
}

export async function findAreas(query: AreaQuery, signal?: AbortSignal): Promise<Area[]> {
  const { items } = await http.get<{ items: Area[] }>('/api/v1/areas', { query: { ...query }, signal });
  return items;
}

/** The areas right below one. */
export const areasBelowQuery = (parent: string) =>
  queryOptions({
    queryKey: ['areas', 'below', parent],
    queryFn: ({ signal }) => findAreas({ parent, limit: 200 }, signal),
    staleTime: Infinity,
  });

export function useAreasBelow(parent: string) {
  return useQuery(areasBelowQuery(parent));
}
