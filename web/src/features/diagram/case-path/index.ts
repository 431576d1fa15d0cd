import { CasePath } from './case-path.js';

export const casePathModule = {
  __init__: ['casePath'],
  casePath: ['type', CasePath],
};
