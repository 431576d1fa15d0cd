import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { EventType, FormSchema } from '../../../api/wire.js';

/** Every menu, form and list of the product derives from these: a new event type shows up without a rebuild. */
export const eventTypesQuery = () =>
  queryOptions({
    queryKey: ['event-types'],
    queryFn: ({ signal }) =>
      http.get<{ items: EventType[] }>('/api/v1/event-types', { query: { example: 'none' }, signal }),
    select: ({ items }) => items,
    // Models may be deployed at any time: a form opened later is the newer one.
    staleTime: 5 * 60_000,
  });

export function useEventTypes() {
  return useQuery(eventTypesQuery());
}

/** The form that a report of this type is entered with; null when the deployed model brings none. */
export function reportFormOf(eventType: EventType | null | undefined): FormSchema | null {
  return (eventType?.reportForm && eventType.forms[eventType.reportForm]) || null;
}
