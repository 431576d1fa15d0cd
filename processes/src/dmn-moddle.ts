/** dmn-moddle behind the types that `moddle.ts` has for BPMN: the packages ship none for their entry points. */
// @ts-expect-error the package declares no types for its entry point
import { DmnModdle } from 'dmn-moddle';
import type { ModdleElement } from './moddle.js';

export interface ParsedDmn {
  definitions: ModdleElement;
  /** What could not be understood. */
  warnings: { message: string }[];
}

/** Parses DMN 1.3 XML. Rejects with a parser's error when it is no such DMN at all. */
export async function parseDmn(xml: string): Promise<ParsedDmn> {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  return { definitions: rootElement as ModdleElement, warnings };
}
