import { queryOptions } from '@tanstack/react-query';
import type { JudgedBy } from './desk-rules.js';

/** Rules of the deployed model, or of a case's own, for the desk. Their chunk comes when a form is opened, beside the form. */
export const deskRulesQuery = (judgedBy: JudgedBy) =>
  queryOptions({
    queryKey: ['desk-rules', judgedBy.type, judgedBy.definitionId ?? null, judgedBy.lawDate ?? null],
    queryFn: async ({ signal }) => (await import('./desk-rules.js')).loadDeskRules(judgedBy, signal),
    staleTime: 5 * 60_000,
  });
