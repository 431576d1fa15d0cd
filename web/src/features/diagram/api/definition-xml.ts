import { queryOptions, useQuery } from '@tanstack/react-query';
import { getText } from '../../../api/http.js';

/** A deployed version never changes: its drawing is read once. */
export const definitionXmlQuery = (definitionId: string) =>
  queryOptions({
    queryKey: ['definition-xml', definitionId],
    queryFn: ({ signal }) =>
      getText(`/api/v1/processes/definitions/${encodeURIComponent(definitionId)}/xml`, signal),
    staleTime: Infinity,
    gcTime: 30 * 60_000,
  });

export function useDefinitionXml(definitionId: string) {
  return useQuery(definitionXmlQuery(definitionId));
}
