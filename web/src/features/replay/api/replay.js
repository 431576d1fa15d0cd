import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
export const replayQuery = (id) => queryOptions({
    queryKey: ['reports', 'replay', id],
    queryFn: ({ signal }) => http.get(`/api/v1/reports/${encodeURIComponent(id)}/replay`, { signal }),
});
export function useReplay(id) {
    return useQuery(replayQuery(id));
}
/** The case as a signed package. */
export const evidenceAddress = (id) => `/api/v1/cases/${encodeURIComponent(id)}/evidence.zip`;
//# sourceMappingURL=replay.js.map