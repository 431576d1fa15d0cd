/** What is wrong with a bundle, before the engine is asked: a model that promises what nobody does must not deploy. */
import type { Resource } from '@lampid/engine/engine';
import { lintBundle as lint, type LintProblem } from '@lampid/processes/lint/lint-bundle';
import type { TypeOf } from '@lampid/processes/lint/type-of';
import type { InputFault } from '../http/problem.js';

export interface BundleFaults {
  /** Keep it from being deployed. */
  errors: InputFault[];
  /** Make it harder to read. */
  warnings: InputFault[];
}

/** `before`: the version that they change. `field` names the file and, after `#`, the element of the model. */
export async function lintBundle(
  resources: Resource[],
  typeOf: TypeOf,
  before: Resource[] = [],
): Promise<BundleFaults> {
  const faults = (await lint(resources, typeOf, before)).map(faultOf);
  return {
    errors: faults.filter((fault) => fault.severity === 'E'),
    warnings: faults.filter((fault) => fault.severity === 'W'),
  };
}

export function faultOf({ resource, element, rule, severity, message }: LintProblem): InputFault {
  const place = element === null ? resource : `${resource}#${element}`;
  return { code: rule, field: place || null, severity: severity === 'error' ? 'E' : 'W', message };
}
