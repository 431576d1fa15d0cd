import { queryOptions } from '@tanstack/react-query';

/** Rules of the deployed model for the desk. Their chunk comes when a form is opened, beside the form. */
export const deskRulesQuery = (type: string) =>
  queryOptions({
    queryKey: ['desk-rules', type],
    queryFn: async ({ signal }) => (await import('./desk-rules.js')).loadDeskRules(type, signal),
    staleTime: 5 * 60_000,
  });
