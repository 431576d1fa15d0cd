/** A bundle that may be deployed, made ready to be tried on many cases: parsed and compiled once. */
import { compileTables } from '@lampid/domain/rules/compile-tables';
import type { CompiledTables } from '@lampid/domain/rules/evaluate';
import { comparedFact, usesOfFacts, type FactUse } from '@lampid/domain/rules/kept-facts';
import type { BundleResource } from '../bundle.js';
import { parseCaseModel, type CaseElement, type CaseFlow } from '../case-model.js';

export interface Candidate {
  elements: ReadonlyMap<string, CaseElement>;
  /** Flows that leave an element, in the order of the model. */
  outgoing: ReadonlyMap<string, CaseFlow[]>;
  /** Where the process begins. */
  starts: string[];
  tables: CompiledTables;
  /** Facts that the columns of a table compare, by table. */
  needs: ReadonlyMap<string, string[]>;
  uses: ReadonlyMap<string, FactUse>;
}

/** @throws Error when no model of the bundle holds the process; TableError, or a parser's error, for files that the lint refuses */
export async function prepareCandidate(
  resources: readonly BundleResource[],
  processKey: string,
): Promise<Candidate> {
  const contents = (ending: string) =>
    resources.filter(({ name }) => name.endsWith(ending)).map(({ content }) => content);
  const models = await Promise.all(contents('.bpmn').map(parseCaseModel));
  const process = models.flatMap(({ processes }) => processes).find(({ key }) => key === processKey);
  if (!process) throw new Error(`no model of the bundle holds the process ${processKey}`);
  const tables = await compileTables(contents('.dmn'));
  const outgoing = new Map<string, CaseFlow[]>();
  for (const flow of process.flows) {
    const leaving = outgoing.get(flow.source);
    if (leaving) leaving.push(flow);
    else outgoing.set(flow.source, [flow]);
  }
  return {
    ...{ elements: process.elements, outgoing, tables },
    starts: [...process.elements.values()]
      .filter(({ type, parent }) => type === 'startEvent' && parent === null)
      .map(({ id }) => id),
    needs: new Map(
      tables.sources.map(({ id, inputs }) => [
        id,
        inputs.map(comparedFact).filter((fact): fact is string => fact !== null),
      ]),
    ),
    uses: usesOfFacts(tables.sources),
  };
}
