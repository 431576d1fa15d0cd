import type { Spoken } from '../../i18n/dictionary.js';
import type { DeviatingCase, NamedStep } from './api/analysis.js';
import type { analysisWords } from './words.js';

type Words = Spoken<typeof analysisWords>;

const namesOf = (steps: readonly NamedStep[]) => steps.map(({ name }) => name).join(', ');

/** One deviation as a sentence; what this version of the page does not know is named by its code. */
export function tellDeviation({ kind, step, expected }: DeviatingCase['why'][number], words: Words): string {
  const name = step?.name ?? '';
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
      return words[kind](name, namesOf(expected));
    default:
      return words.otherDeviation(kind);
  }
}
