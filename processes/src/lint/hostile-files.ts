/** What is refused before anything else looks at it: a bundle that is compared or drawn need not be deployable, but must not be hostile. */
import type { BundleResource } from '../bundle.js';
import { parseBpmn } from '../moddle.js';
import { refuseForm, refuseUnread, tooMany } from './hostile-content.js';
import type { LintProblem } from './lint-problem.js';
import { noCode, reportCode } from './rules/no-code.js';

/** Hostile files of the bundle: too many or too large, entities, code of any kind. What cannot be read is not judged here. */
export async function hostileFiles(resources: readonly BundleResource[]): Promise<LintProblem[]> {
  const many = tooMany(resources);
  if (many)
    return [{ resource: '', element: null, rule: 'hostile-content', severity: 'error', message: many }];
  return (await Promise.all(resources.map(hostileFile))).flat();
}

async function hostileFile(resource: BundleResource): Promise<LintProblem[]> {
  const { name, content } = resource;
  const refused = refuseUnread(resource) ?? (name.endsWith('.form') ? formOf(content) : null);
  if (refused)
    return [{ resource: name, element: null, rule: 'hostile-content', severity: 'error', message: refused }];
  return name.endsWith('.bpmn') ? codeIn(resource) : [];
}

function formOf(content: string) {
  try {
    return refuseForm(content);
  } catch {
    return null;
  }
}

async function codeIn({ name, content }: BundleResource): Promise<LintProblem[]> {
  const problems: LintProblem[] = [];
  const model = await parseBpmn(content).catch(() => null);
  if (model)
    reportCode(model.definitions, (element, message) =>
      problems.push({
        resource: name,
        element: element?.id ?? null,
        rule: noCode.name,
        severity: 'error',
        message,
      }),
    );
  return problems;
}
