/** bpmnlint with its recommended rules and ours, for one model of a bundle. */
import { createRequire } from 'node:module';
import type { Text } from '@lampid/domain/rules/finding';
import type { ModdleElement } from '../moddle.js';
import { allRules } from './all-rules.js';
import type { BundleFacts } from './bundle-facts.js';
import { toBpmnlint } from './define-rule.js';
import { recommendedTexts } from './recommended-texts.js';
import type { LintProblem } from './lint-problem.js';

const require = createRequire(import.meta.url);

interface Reported {
  id?: string;
  message: string;
  category: string;
  text?: Text;
}
interface Linter {
  lint(root: ModdleElement): Promise<Record<string, Reported[]>>;
}
const Linter = require('bpmnlint/lib/linter.js') as new (options: object) => Linter;

const plugin = 'bpmnlint-plugin-lampid';

const config = {
  extends: 'bpmnlint:recommended',
  rules: {
    // Many ways lead to the correction of a report: a merging gateway before each task would hide more than it shows.
    'fake-join': 'off',
    // Replaced by `implicit-end`.
    'no-implicit-end': 'off',
    'no-overlapping-elements': 'warn',
    ...Object.fromEntries(allRules.map((rule) => [`lampid/${rule.name}`, rule.warnsOnly ? 'warn' : 'error'])),
  },
};

export async function lintModel(input: {
  resource: string;
  definitions: ModdleElement;
  facts: BundleFacts;
}): Promise<LintProblem[]> {
  const linter = new Linter({ config, resolver: resolver(input.facts) });
  const found = await linter.lint(input.definitions);
  return Object.entries(found).flatMap(([rule, reports]) =>
    reports.map((report) => toProblem({ resource: input.resource, rule, report })),
  );
}

function resolver(facts: BundleFacts) {
  return {
    resolveRule(pkg: string, name: string): unknown {
      const own = allRules.find((rule) => rule.name === name);
      if (pkg === plugin && own) return toBpmnlint(own, facts);
      return require(`bpmnlint/rules/${name}.js`);
    },
    resolveConfig: (_pkg: string, name: string): unknown => require(`bpmnlint/config/${name}.js`),
  };
}

function toProblem({
  resource,
  rule,
  report,
}: {
  resource: string;
  rule: string;
  report: Reported;
}): LintProblem {
  const name = rule.replace(/^lampid\//, '');
  return {
    resource,
    element: report.id || null,
    rule: name,
    severity: report.category === 'warn' || report.category === 'info' ? 'warning' : 'error',
    message: report.text ?? { id: recommendedTexts[name] ?? report.message, en: report.message },
  };
}
