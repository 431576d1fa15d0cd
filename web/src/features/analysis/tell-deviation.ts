import type { Spoken, Tell } from '../../i18n/dictionary.js';
import type { DeviatingCase, NamedStep } from './api/analysis.js';
import type { analysisWords } from './words.js';

type Words = Spoken<typeof analysisWords>;

const listOf = (steps: readonly NamedStep[], text: Tell) => steps.map(({ names }) => text(names)).join(', ');

/** One deviation as a sentence; what this version of the page does not know is named by its code. */
export function tellDeviation(
  { kind, step, expected }: DeviatingCase['why'][number],
  words: Words,
  text: Tell,
): string {
  const name = step ? text(step.names) : '';
  switch (kind) {
    case 'no-end':
      return words['no-end'];
    case 'unknown-element':
    case 'began-twice':
    case 'left-open':
      return words[kind](name);
    case 'no-way-here':
    case 'outside-its-scope':
    case 'host-not-active':
    case 'undone-without-reason':
    case 'nothing-followed':
      return words[kind](name, listOf(expected, text));
    default:
      return words.otherDeviation(kind);
  }
}
