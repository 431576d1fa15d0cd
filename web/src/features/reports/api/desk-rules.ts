import { compileSources, type CompiledTables } from '@lampid/domain/rules/evaluate';
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

export interface DeskRules {
  decisions: string[];
  tables: CompiledTables;
  configuration: FormConfiguration;
  formFacts: FormFacts<ReportData>;
}

/** The deployed tables of an event type and the code that reads a report's facts; null when its rules need the register. */
export async function loadDeskRules(type: string, signal?: AbortSignal): Promise<DeskRules | null> {
  const path = `/api/v1/event-types/${encodeURIComponent(type)}/rules`;
  const { decisions, tables, configuration, formFacts } = await http.get<DeskRulesAnswer>(path, { signal });
  if (formFacts === null) return null;
  const module = (await import(/* @vite-ignore */ formFacts)) as { formFacts: FormFacts<ReportData> };
  return { decisions, configuration, tables: compileSources(tables), formFacts: module.formFacts };
}
