import { DiffMarks } from './diff-marks.js';

export const diffMarksModule = {
  __init__: ['diffMarks'],
  diffMarks: ['type', DiffMarks],
};
