/** Texts of which a new version changed one language only: does the other still fit? A question, which stops nobody. */
import type { BundleResource } from '../bundle.js';
import { bilingualTexts, type BilingualText } from './bilingual-texts.js';
import type { LintProblem } from './lint-problem.js';

/** Enough to know it again. */
const LONGEST = 70;

/** Warnings about `after` beside the version `before` that it changes; both have been read by the lint. Files that are equal or new say nothing. */
export async function lintTwins(
  before: readonly BundleResource[],
  after: readonly BundleResource[],
): Promise<LintProblem[]> {
  const old = new Map(before.map(({ name, content }) => [name, content]));
  const problems: LintProblem[] = [];
  for (const resource of after) {
    const content = old.get(resource.name);
    if (content === undefined || content === resource.content) continue;
    const was = new Map((await bilingualTexts({ ...resource, content })).map((text) => [text.key, text]));
    const texts = await bilingualTexts(resource);
    problems.push(...texts.flatMap((text) => oneSided(was.get(text.key), text)));
  }
  return problems;
}

/** What lacks a language on either side is told by other rules, or was mended just now. */
function oneSided(was: BilingualText | undefined, text: BilingualText): LintProblem[] {
  if (!was?.id || !was.en || !text.id || !text.en) return [];
  const changed = { id: was.id !== text.id, en: was.en !== text.en };
  if (changed.id === changed.en) return [];
  const { what } = text;
  const [from, to, kept] = (changed.id ? [was.id, text.id, text.en] : [was.en, text.en, text.id]).map(
    shortened,
  );
  const message = changed.id
    ? {
        id: `${what.id} berubah dari "${from}" menjadi "${to}", bahasa Inggrisnya tetap "${kept}": masih cocok?`,
        en: `${what.en} changed from "${from}" to "${to}", its English is still "${kept}": does it fit?`,
      }
    : {
        id: `${what.id} dalam bahasa Inggris berubah dari "${from}" menjadi "${to}", bahasa Indonesianya tetap "${kept}": masih cocok?`,
        en: `${what.en} changed in English from "${from}" to "${to}", its Indonesian is still "${kept}": does it fit?`,
      };
  return [
    { resource: text.resource, element: text.element, rule: 'both-languages', severity: 'warning', message },
  ];
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
