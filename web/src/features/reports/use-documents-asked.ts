import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import type { AttachmentKind, DocumentRef, ReportData } from '../../api/wire.js';
import type { JudgedBy } from './api/desk-rules.js';
import { deskRulesQuery } from './api/desk-rules-query.js';
import { documentsAsked } from './judge-at-desk.js';

interface Shown {
  kinds: readonly AttachmentKind[];
  data: ReportData;
  documents: readonly DocumentRef[];
}

/** What the rules ask of the documents, with what is filled in and attached now; nothing while the rules are on their way. */
export function useDocumentsAsked(
  { type, definitionId, lawDate }: JudgedBy,
  { kinds, data, documents }: Shown,
): DocumentRequirement[] {
  const rules = useQuery(deskRulesQuery({ type, definitionId, lawDate })).data;
  // Typing goes first: what is asked for may follow.
  const filled = useDeferredValue(data);
  return useMemo(
    () =>
      rules
        ? documentsAsked(rules, {
            data: { ...filled, documents: [...documents] },
            kinds: kinds.map(({ kind }) => kind),
          })
        : [],
    [rules, filled, documents, kinds],
  );
}
