import { expect, it } from 'vitest';
import { closingState } from './closing-state.js';

const at = new Date();
const frozen = { publishedAt: null, reopenedAt: null };
const published = { publishedAt: at, reopenedAt: null };
const reopened = { publishedAt: at, reopenedAt: at };

it.each([
  ['open', null, null],
  ['freezing', null, 'submitted'],
  ['signing', frozen, 'in_review'],
  ['refused', frozen, 'rejected'],
  ['refused', frozen, 'cancelled'],
  ['published', published, 'registering'],
  ['published', published, 'completed'],
  ['reopened', reopened, 'completed'],
  ['freezing', reopened, 'submitted'],
] as const)('is %s', (state, latest, caseStatus) => {
  expect(closingState({ latest, caseStatus })).toBe(state);
});
