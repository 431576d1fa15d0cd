import { compileSources, type CompiledTables } from '@lampid/domain/rules/evaluate';
import { rulesAboutDocuments } from '@lampid/domain/rules/rules-about-documents';
import type { TableSource } from '@lampid/domain/rules/decision-table';
import type { FormConfiguration, FormFacts } from '@lampid/domain/rules/form-facts';
import type { ReportData } from '../../../api/wire.js';
import { http } from '../../../api/http.js';

interface DeskRulesAnswer {
  definitionId: string;
  decisions: string[];
  tables: TableSource[];
  configuration: FormConfiguration;
  formFacts: string | null;
}

/** By which version of its model a report is judged, and by the law of which day: a new one by the latest, and today's. */
export interface JudgedBy {
  type: string;
  definitionId?: string | undefined;
  lawDate?: string | undefined;
}

export interface DeskRules {
  decisions: string[];
  tables: CompiledTables;
  /** Of them the rules about attached documents. */
  aboutDocuments: CompiledTables;
  /** Null: today. */
  lawDate: string | null;
  configuration: FormConfiguration;
  formFacts: FormFacts<ReportData>;
}

/** The tables of an event type and the code that reads a report's facts; null when its rules need the register. */
export async function loadDeskRules(
  { type, definitionId, lawDate }: JudgedBy,
  signal?: AbortSignal,
): Promise<DeskRules | null> {
  const path = `/api/v1/event-types/${encodeURIComponent(type)}/rules`;
  const { decisions, tables, configuration, formFacts } = await http.get<DeskRulesAnswer>(path, {
    ...{ signal, query: { definitionId } },
  });
  if (formFacts === null) return null;
  const module = (await import(/* @vite-ignore */ formFacts)) as { formFacts: FormFacts<ReportData> };
  const compiled = compileSources(tables);
  return {
    ...{ decisions, configuration, tables: compiled, formFacts: module.formFacts },
    aboutDocuments: rulesAboutDocuments(compiled),
    lawDate: lawDate ?? null,
  };
}
